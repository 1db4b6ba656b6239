// SPDX-License-Identifier: MIT
// What criteria.mjs asks of a page inside the browser, criterion by criterion.
//
// As in probes.mjs, whose helpers have to be in the page: each function is sent
// as text, runs there alone and gives back plain data.

// 1.3.2: pieces of text, in the order of the source, stand in the order in which
// they are read: never above or before the piece that they follow.
export function outOfOrder() {
  const { texts, name } = window.bifolioProbe;
  // A name from left to right among words from right to left has its own order.
  const runsLeft = (a, b) => {
    let n = a;
    while (!n.contains(b)) n = n.parentElement;
    return getComputedStyle(n).direction === "rtl";
  };
  const stays = (e) => {
    for (let n = e; n !== null; n = n.parentElement)
      if (/sticky|fixed/.test(getComputedStyle(n).position)) return true;
    return false;
  };
  // A drawing's words lie where the figure has them; its text is its caption's.
  const pieces = [...texts(document.body)]
    .filter(({ element }) => element.ownerSVGElement === null || element.ownerSVGElement === undefined)
    .filter(({ element, rects }) => rects.some((r) => r.width > 0) && !stays(element))
    .map(({ element, rects }) => {
      const boxes = rects.filter((r) => r.width > 0);
      return {
        element,
        top: Math.min(...boxes.map((r) => r.top)), bottom: Math.max(...boxes.map((r) => r.bottom)),
        left: Math.min(...boxes.map((r) => r.left)), right: Math.max(...boxes.map((r) => r.right)),
      };
    });
  const wrong = [];
  for (let i = 1; i < pieces.length; i++) {
    const [a, b] = [pieces[i - 1], pieces[i]];
    const above = b.bottom <= a.top + 2;
    const beside = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) >
      0.6 * Math.min(a.bottom - a.top, b.bottom - b.top);
    const rtl = runsLeft(a.element, b.element);
    const before = rtl ? b.left >= a.right - 1 : b.right <= a.left + 1;
    const after = rtl ? b.right <= a.left + 1 : b.left >= a.right - 1;
    if ((above && !after) || (beside && before)) wrong.push(`${name(b.element)} after ${name(a.element)}`);
  }
  return wrong;
}

// 1.4.11: where to write and what to choose has an edge of 3:1 on both sides of
// which nothing else tells where it is.
export function paleEdges() {
  const { shown, away, name, colour, contrast, behind } = window.bifolioProbe;
  const wrong = [];
  for (const e of document.querySelectorAll("input, textarea, select")) {
    if (!shown(e) || away(e)) continue;
    // A field without an edge of its own lies in the frame of its search.
    const own = getComputedStyle(e);
    const framed = own.borderTopStyle === "none" || parseFloat(own.borderTopWidth) < 1 ? e.closest("[role=search]") : null;
    const style = framed === null ? own : getComputedStyle(framed);
    if (style.opacity === "0" || (style.appearance !== "none" && e.type === "file")) continue;
    const ground = behind((framed ?? e).parentElement);
    const edges = ["Top", "Right", "Bottom", "Left"]
      .filter((side) => parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Style`] !== "none")
      .map((side) => contrast(colour(style[`border${side}Color`]).rgb, ground));
    const fill = colour(style.backgroundColor);
    const best = Math.max(fill.alpha === 1 ? contrast(fill.rgb, ground) : 1, ...edges);
    if (best < 2.995) wrong.push(`${best.toFixed(2)}: ${name(e)}`);
  }
  for (const e of document.querySelectorAll("svg.icon")) {
    if (!shown(e) || away(e)) continue;
    const ink = colour(getComputedStyle(e).color);
    const ratio = contrast(ink.rgb, behind(e.parentElement));
    if (ratio < 2.995) wrong.push(`icon ${ratio.toFixed(2)}: ${name(e.parentElement)}`);
  }
  return wrong;
}

// 1.4.13, 2.5.2: pointing at something changes its colours, at most, and nothing
// is said only to those who point.
export function saidToPointers() {
  const { name } = window.bifolioProbe;
  const wrong = [];
  const harmless = /^(color|background|border.*-color|text-decoration|outline|cursor)/;
  const visit = (rules) => {
    for (const rule of rules) {
      // What is said of an element with and without a pointer changes nothing.
      const selectors = rule.selectorText?.split(/\s*,\s*/) ?? [];
      if (selectors.some((s) => s.includes(":hover") && !selectors.includes(s.replaceAll(":hover", "")))) {
        for (const property of rule.style)
          if (!harmless.test(property)) wrong.push(`${rule.selectorText} sets ${property}`);
      }
      if (rule.cssRules !== undefined) visit(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) visit(sheet.cssRules);
  for (const e of document.body.querySelectorAll("[title]")) wrong.push(`title: ${name(e)}`);
  return wrong;
}

// What never arises here, so that 1.2, 2.2, 2.3, 2.5.1, 2.5.4, 2.5.7, 3.3.8 and
// 4.1.3's like are met by not being there.
export function shouldNotBeThere() {
  const { name } = window.bifolioProbe;
  const wrong = [...document.querySelectorAll(
    "video, audio, canvas, iframe, object, embed, marquee, blink, dialog[open], [draggable=true], [autofocus], " +
    "[accesskey], [contenteditable], [target], [ping], meta[http-equiv=refresh], [type=password], [type=email], " +
    "[type=tel], [type=date], input[type=submit], input[type=image]",
  )].map(name);
  for (const e of document.querySelectorAll("[tabindex]"))
    if (e.tabIndex > 0) wrong.push(`order of its own: ${name(e)}`);
  for (const e of document.querySelectorAll("input, textarea, select"))
    if (!/^(checkbox|radio|file)$/.test(e.type) && e.autocomplete !== "off") wrong.push(`is filled by the browser: ${name(e)}`);
  for (const animation of document.getAnimations()) wrong.push(`moves: ${name(animation.effect.target)}`);
  for (const e of document.querySelectorAll("body, body *")) {
    const style = getComputedStyle(e);
    if (style.animationName !== "none") wrong.push(`animation: ${name(e)}`);
    if (style.transitionDuration.split(", ").some((s) => parseFloat(s) > 0)) wrong.push(`transition: ${name(e)}`);
  }
  return [...new Set(wrong)];
}

// 3.2.3, 3.2.4, 3.2.6: everything that leads somewhere outside the text, with
// what it is called, in the order of the source.
export function ways() {
  const { away, shown } = window.bifolioProbe;
  const words = (e) => (e.getAttribute("aria-label") ?? e.textContent).replace(/\s+/g, " ").trim();
  return [...document.querySelectorAll("header a, header button, header summary, .help-bar a, .help-bar button, footer a, footer button")]
    .map((e) => ({
      place: e.closest("footer") !== null ? "footer" : e.closest(".help-bar") !== null ? "bar" : "header",
      group: `${e.closest("nav")?.getAttribute("aria-label") ?? ""} ${e.getAttribute("class") ?? ""}`,
      words: words(e),
      leads: e.localName === "a" ? new URL(e.href).href.split("#")[0] + new URL(e.href).hash : "",
      shown: shown(e) && !away(e),
    }));
}

// 2.4.11, 2.4.12: nothing that stays on the screen lies on what has the focus.
export function coveredFocus() {
  const { name } = window.bifolioProbe;
  const e = document.activeElement;
  if (e === null || e === document.body) return null;
  const staying = (n) => {
    for (; n !== null; n = n.parentElement)
      if (/sticky|fixed/.test(getComputedStyle(n).position)) return n;
    return null;
  };
  const wrong = [];
  for (const r of [...e.getClientRects()]) {
    if (r.width < 3 || r.height < 3) continue;
    for (const [x, y] of [[r.left + 2, r.top + 2], [r.right - 2, r.top + 2], [r.left + 2, r.bottom - 2],
      [r.right - 2, r.bottom - 2], [(r.left + r.right) / 2, (r.top + r.bottom) / 2]]) {
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
      const there = document.elementFromPoint(x, y);
      const bar = staying(there);
      if (bar !== null && !bar.contains(e)) wrong.push(`${name(bar)} lies on ${name(e)}`);
    }
  }
  return { name: name(e), wrong: [...new Set(wrong)] };
}

// Where the focus is, as a place on the screen and as a kind of thing; null
// when it has left the page.
export function focusPlace() {
  const { name } = window.bifolioProbe;
  const e = document.activeElement;
  if (e === null || e === document.body || e === document.documentElement) return null;
  // The ring of a hidden circle or star is drawn by what stands for it.
  const box = e.getBoundingClientRect();
  const clip = {
    left: Math.max(box.left - 8, 0), top: Math.max(box.top - 8, 0),
    right: Math.min(box.right + 8, innerWidth), bottom: Math.min(box.bottom + 8, innerHeight),
  };
  const kind = (n) => `${n.localName}.${(n.getAttribute("class") ?? "").split(" ").sort().join(".")}`;
  return {
    name: name(e),
    kind: `${kind(e)}[${e.type ?? ""}] in ${kind(e.parentElement)} in ${e.closest("main, footer, nav, header")?.localName}`,
    radio: e.type === "radio" ? e.name : null,
    key: [...document.querySelectorAll("*")].indexOf(e),
    clip: { x: clip.left, y: clip.top, width: clip.right - clip.left, height: clip.bottom - clip.top },
    width: Math.min(box.right, innerWidth) - Math.max(box.left, 0),
    height: Math.min(box.bottom, innerHeight) - Math.max(box.top, 0),
  };
}

// 2.4.7, 2.4.13: of two pictures, how many points differ by 3:1 and more.
// Runs in an empty page. "scale" is how many points a pixel of CSS has.
export async function changedPoints([first, second]) {
  const pixels = async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
  };
  const light = (data, i) => {
    const [r, g, b] = [0, 1, 2].map((k) => data[i + k] / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [a, b] = [await pixels(first), await pixels(second)];
  let changed = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i += 4) {
    if (a[i] === b[i] && a[i + 1] === b[i + 1] && a[i + 2] === b[i + 2]) continue;
    const [x, y] = [light(a, i), light(b, i)];
    if (Math.max(x, y) / Math.min(x, y) >= 3) changed++;
  }
  return changed;
}

// Starts to write down what changes in the page: window.bifolioChanges() tells
// the words that have come into sight since, outside of where a change is said
// aloud (4.1.3), and forgets them.
export function watchChanges() {
  const { shown, name } = window.bifolioProbe;
  const records = [];
  const observer = new MutationObserver((list) => records.push(...list));
  observer.observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeOldValue: true,
    attributeFilter: ["hidden", "class", "open", "style", "aria-hidden"],
  });
  const spoken = "[role=status], [role=alert], [aria-live=polite], [aria-live=assertive], output";
  let before = null;
  const inSight = () => {
    const seen = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let n = walker.nextNode(); n !== null; n = walker.nextNode())
      if (n.data.trim() !== "" && shown(n.parentElement)) seen.set(n, n.data);
    return seen;
  };
  window.bifolioMark = () => {
    observer.takeRecords();
    records.length = 0;
    before = inSight();
  };
  window.bifolioChanges = (control) => {
    records.push(...observer.takeRecords());
    const wrong = [];
    if (records.length === 0) return wrong;
    for (const [node, words] of inSight()) {
      if (before.get(node) === words) continue;
      const e = node.parentElement;
      // A button's own words, and what it opens and says that it has opened.
      if (e.closest(spoken) !== null || control.contains(e)) continue;
      // Results come one by one to whoever goes on; how many, the status has said.
      if (e.closest(".found") !== null && document.querySelector("main [role=status]")?.textContent.trim()) continue;
      const opens = control.getAttribute("aria-controls");
      if (opens !== null && control.hasAttribute("aria-expanded") && document.getElementById(opens)?.contains(e)) continue;
      if (control.localName === "summary" && control.parentElement.contains(e)) continue;
      // What appears where the focus has been sent is met there.
      const focus = document.activeElement;
      if (focus !== null && focus !== document.body && focus !== control &&
          (focus.contains(e) || e.closest("div, section, aside, fieldset, p, form")?.contains(focus))) continue;
      wrong.push(`${name(e)} comes up unheard`);
    }
    return wrong;
  };
}
