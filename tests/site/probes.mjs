// SPDX-License-Identifier: MIT
// What is asked of a page inside the browser.
//
// Each function here is sent to the page as text and runs there alone: it may
// use nothing of this module but the browser's own objects. Each gives back
// plain data: mostly a list of what is wrong, empty when all is well.

// Helpers that browser.mjs puts into each page before it asks anything.
export function install() {
  const shown = (e) =>
    e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
    e.getClientRects().length > 0;

  // Out of sight on purpose, for those who listen: one pixel, clipped.
  const away = (e) => {
    for (let n = e; n !== null; n = n.parentElement) {
      const style = getComputedStyle(n);
      if (style.position === "absolute" && style.clipPath === "inset(50%)") return true;
    }
    return false;
  };

  const name = (e) => {
    const words = (e.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 40);
    const id = e.id === "" ? "" : `#${e.id}`;
    const kind = e.getAttribute("class") ? `.${e.getAttribute("class").split(" ")[0]}` : "";
    return `<${e.localName}${id}${kind}> "${words}"`;
  };

  const colour = (words) => {
    const parts = words.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    return { rgb: parts.slice(0, 3), alpha: parts[3] ?? 1 };
  };

  const over = (top, below) =>
    top.rgb.map((c, i) => c * top.alpha + below[i] * (1 - top.alpha));

  // WCAG 2.2, "relative luminance" and "contrast ratio".
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((c) => {
      const s = c / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  const contrast = (a, b) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };

  // The flat colour behind an element's text.
  const behind = (e) => {
    const layers = [];
    for (let n = e; n !== null; n = n.parentElement) {
      const layer = colour(getComputedStyle(n).backgroundColor);
      layers.push(layer);
      if (layer.alpha === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };

  // Every text node that a reader sees, with its element.
  const texts = function* (root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const e = node.parentElement;
      if (node.data.trim() === "" || !shown(e) || away(e)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      yield { node, element: e, rects: [...range.getClientRects()] };
    }
  };

  const targets = () =>
    [...document.querySelectorAll(
      "a[href], button, summary, input, textarea, select, [tabindex]:not([tabindex^='-'])",
    )].filter((e) => shown(e) && !away(e) && !e.disabled);

  window.bifolioProbe = { shown, away, name, colour, luminance, contrast, behind, texts, targets };
}

// Nothing is wider than the window, and nothing scrolls sideways inside.
export function sideways() {
  const { shown, away, name } = window.bifolioProbe;
  const wrong = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > root.clientWidth)
    wrong.push(`page: ${root.scrollWidth} px in ${root.clientWidth}`);
  for (const e of document.body.querySelectorAll("*")) {
    if (e.ownerSVGElement !== null && e.ownerSVGElement !== undefined) continue;
    if (!shown(e) || away(e)) continue;
    const box = e.getBoundingClientRect();
    if (box.left < -1 || box.right > root.clientWidth + 1) wrong.push(`outside: ${name(e)}`);
    if (e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(e).overflowX))
      wrong.push(`scrolls: ${name(e)}`);
  }
  return wrong;
}

// No text is cut off by its box, runs out of it, or lies on other text.
export function cutText() {
  const { name, texts, shown, colour } = window.bifolioProbe;
  const wrong = [];
  const boxed = (e) => {
    const s = getComputedStyle(e);
    return (
      e.localName === "svg" || s.overflowX !== "visible" ||
      s.borderTopWidth !== "0px" || colour(s.backgroundColor).alpha > 0
    );
  };
  const staying = (e) => {
    for (let n = e; n !== null; n = n.parentElement)
      if (/sticky|fixed/.test(getComputedStyle(n).position)) return true;
    return false;
  };
  const seen = [];
  for (const { element, rects } of texts(document.body)) {
    let box = element;
    while (box !== document.body && !boxed(box)) box = box.parentElement;
    const limits = box.getBoundingClientRect();
    // Marks of the face reach above and below its line, never beside it.
    const size = parseFloat(getComputedStyle(element).fontSize);
    for (const r of rects) {
      if (r.width === 0) continue;
      // A drawing's sizes are its own; as it is shown, a line tells them.
      const reach = Math.max(size * 0.35, box.localName === "svg" ? r.height * 0.22 : 0);
      if (r.left < limits.left - 1 || r.right > limits.right + 1 ||
          r.top < limits.top - reach || r.bottom > limits.bottom + reach)
        wrong.push(`runs out of ${name(box)}: ${name(element)}`);
      // What stays on the screen lies over what moves below it.
      if (staying(element)) continue;
      const core = { l: r.left, r: r.right, t: r.top + r.height * 0.3, b: r.bottom - r.height * 0.3 };
      for (const o of seen) {
        if (core.l < o.r - 1 && o.l < core.r - 1 && core.t < o.b && o.t < core.b)
          wrong.push(`lies on ${name(o.element)}: ${name(element)}`);
      }
      seen.push({ ...core, element });
    }
  }
  for (const e of document.querySelectorAll("textarea, input, button, .button")) {
    if (shown(e) && e.scrollWidth > e.clientWidth + 1) wrong.push(`cut: ${name(e)}`);
  }
  return [...new Set(wrong)];
}

// WCAG 2.2, 1.4.12: the spacing that a reader may set.
export function spaceText() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: .12em !important;" +
    " word-spacing: .16em !important } p { margin-block-end: 2em !important }",
  );
  document.adoptedStyleSheets = [sheet];
}

export function unspaceText() {
  document.adoptedStyleSheets = [];
}

// How large the place is that answers to a finger: measured by asking, point
// by point, what lies there. Running text needs 24 px, all else 44, and so do
// numbers to call in danger wherever they stand.
export function smallTargets() {
  const { name, targets, shown } = window.bifolioProbe;
  const FULL = 44;
  const LEAST = 24;
  const owner = (e) => (e.closest("a, button, summary, textarea, select, input")
    ?? e.closest("label")?.control ?? null);
  const running = (e) => {
    if (e.localName !== "a" || getComputedStyle(e).display !== "inline") return false;
    const block = e.closest("p, li, dd, dt, td, th, figcaption, legend, h1, h2, h3");
    return block !== null && block.textContent.trim() !== e.textContent.trim();
  };
  const wrong = [];
  for (const e of targets()) {
    e.scrollIntoView({ block: "center", inline: "nearest" });
    // The largest piece: a stop at the end of a name may lie on its other side.
    const box = [...e.getClientRects()].reduce((a, b) => (b.width > a.width ? b : a));
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    const hits = (px, py) => {
      const there = document.elementFromPoint(px, py);
      return there !== null && owner(there) === e;
    };
    if (!hits(x, y)) {
      wrong.push(`covered: ${name(e)}`);
      continue;
    }
    // How far it goes both ways from its middle; no further than is needed.
    const reach = (dx, dy, needed) => {
      let n = 1;
      for (const way of [-1, 1])
        for (let i = 1; n < needed && hits(x + way * dx * i, y + way * dy * i); i++) n++;
      return n;
    };
    const urgent = e.matches(".callout-emergency a[href^='tel:']");
    const least = running(e) && !urgent ? LEAST : FULL;
    const boxWide = Math.floor(box.width);
    const wide = boxWide >= least ? boxWide : Math.max(reach(1, 0, least), boxWide);
    const high = reach(0, 1, least);
    if (high < least || wide < least) wrong.push(`${wide} x ${high} px: ${name(e)}`);
  }
  window.scrollTo(0, 0);
  return wrong.filter((w, i) => wrong.indexOf(w) === i && shown(document.body));
}

// All text on screens has 7:1, whatever its size (4.5:1 and 3:1 are not used).
// On paper running text has it, and what is a button on screens 4.5:1.
export function paleText(onPaper = false) {
  const { name, texts, colour, contrast, behind } = window.bifolioProbe;
  const wrong = [];
  const body = parseFloat(getComputedStyle(document.body).fontSize);
  const runs = (e) => e.closest("main") !== null && e.closest("a, button, .help-card h2") === null &&
    parseFloat(getComputedStyle(e).fontSize) >= body;
  let least = 21;
  for (const { element } of texts(document.body)) {
    const style = getComputedStyle(element);
    const svg = element.ownerSVGElement !== null && element.ownerSVGElement !== undefined;
    const ground = behind(element);
    const ink = colour(svg ? (style.fill === "none" ? style.color : style.fill) : style.color);
    const ratio = contrast(ink.rgb, ground);
    least = Math.min(least, ratio);
    const needed = onPaper && !runs(element) ? 4.5 : 7;
    if (ratio < needed - 0.005) wrong.push(`${ratio.toFixed(2)}: ${name(element)}`);
  }
  return { wrong, least, paper: window.bifolioProbe.behind(document.body) };
}

// Forced colours: the page and its running text have the reader's own.
export function colourNotForced() {
  const { texts, name } = window.bifolioProbe;
  const sample = document.createElement("p");
  sample.style.color = "CanvasText";
  sample.style.backgroundColor = "Canvas";
  document.body.append(sample);
  const ink = getComputedStyle(sample).color;
  sample.remove();
  const wrong = [];
  for (const { element } of texts(document.querySelector("main"))) {
    if (element.closest("a, button, svg, .number") !== null) continue;
    if (getComputedStyle(element).color !== ink) wrong.push(name(element));
  }
  return wrong;
}

// Numbers to call: the words name the number, whole, on one line, and its
// digits are shown in the order they are dialled in.
export function brokenNumbers() {
  const { shown, away, name } = window.bifolioProbe;
  const wrong = [];
  for (const a of document.querySelectorAll("a[href^='tel:']")) {
    if (!shown(a) || away(a)) continue;
    const dialled = a.getAttribute("href").slice(4);
    if (!/^\+?\d{2,15}$/.test(dialled)) wrong.push(`dials ${dialled}: ${name(a)}`);
    // With what stands between: spaces, hyphens, brackets.
    const match = /\d[\d\s().-]*\d/.exec(a.textContent);
    if (match === null) {
      wrong.push(`shows no number: ${name(a)}`);
      continue;
    }
    const said = match[0].replace(/\D/g, "").replace(/^0/, "");
    if (!dialled.endsWith(said)) wrong.push(`dials ${dialled}: ${name(a)}`);
    const walker = document.createTreeWalker(a, NodeFilter.SHOW_TEXT);
    const tops = new Set();
    let before = -Infinity;
    for (let n = walker.nextNode(); n !== null; n = walker.nextNode()) {
      for (const digit of n.data.matchAll(/\d/g)) {
        const range = document.createRange();
        range.setStart(n, digit.index);
        range.setEnd(n, digit.index + 1);
        const box = range.getBoundingClientRect();
        tops.add(Math.round(box.top));
        // Right-to-left text turns the groups of a number round, unless told.
        if (box.left < before) wrong.push(`its digits stand in another order: ${name(a)}`);
        before = box.left;
      }
    }
    if (tops.size > 1) wrong.push(`broken: ${name(a)}`);
  }
  return wrong;
}

// Where the focus is, how it is shown, and whether anything covers it.
export function focusState() {
  const { shown, name } = window.bifolioProbe;
  const e = document.activeElement;
  if (e === null || e === document.body || e === document.documentElement) return null;
  const style = getComputedStyle(e);
  // An empty piece may be cut off where the direction changes.
  const box = [...e.getClientRects()].find((r) => r.width > 2) ?? e.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
  const there = document.elementFromPoint(x, y);
  const onTop = there !== null &&
    (e.contains(there) || there.contains(e) || there.closest("label")?.control === e);
  window.bifolioSeen ??= [];
  window.bifolioSeen.push(e);
  const before = window.bifolioSeen.at(-2);
  return {
    name: name(e),
    shown: shown(e) && box.width > 2 && box.height > 2,
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    ring: window.bifolioProbe.contrast(
      window.bifolioProbe.colour(style.outlineColor).rgb,
      window.bifolioProbe.behind(e.parentElement),
    ),
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    onTop,
    inMenu: e.closest("details") !== null,
    again: window.bifolioSeen.indexOf(e) < window.bifolioSeen.length - 1,
    inOrder: before === undefined || before === e ||
      (before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  };
}

// What Tab has never come to. Of the circles of one question, one is enough.
export function missedByTab() {
  const { name, targets } = window.bifolioProbe;
  const seen = window.bifolioSeen ?? [];
  const groups = new Set(seen.filter((e) => e.type === "radio").map((e) => e.name));
  return targets()
    .filter((e) => !seen.includes(e) && !(e.type === "radio" && groups.has(e.name)))
    .map(name);
}

// What stays on the screen while the rest moves, as a part of its height.
export function stayingPart() {
  let height = 0;
  for (const e of document.body.querySelectorAll("*")) {
    if (/sticky|fixed/.test(getComputedStyle(e).position) && window.bifolioProbe.shown(e))
      if (e.closest("header, nav, footer") !== null && e.clientWidth > innerWidth / 2)
        height += e.getBoundingClientRect().height;
  }
  return height / innerHeight;
}

// Every block of the page, every place to write and every control's words.
export function blocks() {
  return [...document.querySelectorAll("main [data-block]")].map((e) => ({
    id: e.id,
    shown: window.bifolioProbe.shown(e),
    away: window.bifolioProbe.away(e),
  }));
}

// On paper: text and places to write are there, what only screens need is not.
export function wrongOnPaper() {
  const { shown, name, away } = window.bifolioProbe;
  const wrong = [];
  for (const e of document.querySelectorAll("main h1, main h2, main h3, main p, main li, main dd, " +
      "main figure, main svg.drawing, main legend, main label, main .help-card, main .callout")) {
    // That nothing is saved is for the screen; on paper it is.
    if (e.closest("nav, .actions, .private, .keeping, .kept, .leave, .leave-note, .share, [role=search], [hidden]") !== null || away(e)) continue;
    // A head that is written over each column stands for those in the cells, or,
    // on narrow paper, they for it.
    const inCells = e.matches(".grid-head") && [...e.closest(".grid").querySelectorAll("label, legend")]
      .some((other) => other.textContent === e.textContent && shown(other) && !away(other));
    if (!shown(e) && !inCells) wrong.push(`not printed: ${name(e)}`);
  }
  for (const e of document.querySelectorAll("main input, main textarea")) {
    if (e.closest("[role=search], .keeping") !== null) continue;
    // With script its mirror is printed, which has room for all that is written.
    const mirror = e.closest(".mirrored") !== null ? e.parentElement.querySelector(".mirror") : null;
    if (mirror !== null && shown(mirror)) continue;
    const box = e.getBoundingClientRect();
    const style = getComputedStyle(e);
    if (!shown(e) || box.width < 12 || box.height < 12) wrong.push(`not printed: ${name(e)}`);
    if (style.borderTopStyle === "none" && style.borderBottomStyle === "none")
      wrong.push(`no line to write on: ${name(e)}`);
  }
  for (const e of document.querySelectorAll("button, summary, .help-bar, .private, header .button")) {
    if (shown(e)) wrong.push(`printed: ${name(e)}`);
  }
  for (const e of document.body.querySelectorAll("*")) {
    if (/sticky|fixed/.test(getComputedStyle(e).position) && shown(e))
      wrong.push(`stays while pages turn: ${name(e)}`);
  }
  return wrong;
}

// Text that was written and is longer than its place.
export function cutAnswers() {
  return [...document.querySelectorAll("textarea")]
    .filter((e) => e.scrollHeight > e.clientHeight + 2)
    .map((e) => `${e.id}: ${e.scrollHeight} px in ${e.clientHeight}`);
}

// HTML as the HTML parser reads it and as the XML parser does: same elements.
export function readAsXml(source) {
  const xml = new DOMParser().parseFromString(source, "application/xhtml+xml");
  const error = xml.querySelector("parsererror");
  if (error !== null) return [error.textContent.replace(/\s+/g, " ").slice(0, 200)];
  const html = new DOMParser().parseFromString(source, "text/html");
  const list = (doc) => [...doc.querySelectorAll("*")].map(
    (e) => `${e.localName} ${[...e.attributes].filter((a) => a.name !== "xmlns")
      .map((a) => `${a.name}="${a.value}"`).join(" ")}`,
  );
  const [a, b] = [list(xml), list(html)];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if (a[i] !== b[i]) return [`XML: ${a[i]}; HTML: ${b[i]}`];
  }
  return [];
}
