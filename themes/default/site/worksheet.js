/* SPDX-License-Identifier: MIT */
/*
 * A worksheet in the browser: what is written is kept on this device, if its
 * reader wants that, and can be hidden, cleared, printed and put into a file.
 *
 * Nothing is sent.  Comes in: the fields in .body, and the words to say as
 * data-* of [data-keeping].  Every page works without this file: all that it
 * needs is hidden until it runs.
 */
(function () {
	"use strict";

	/* Of what is kept and of files; a new one has to read the old. */
	var FORMAT = 1;
	var MOST_BYTES = 1 << 20;
	var panel = document.querySelector("[data-keeping]");
	if (panel === null)
		return;
	var words = panel.dataset;
	var body = words.sheet ? document.querySelector(".body") : null;
	/* All files on a disk share one box with all other guides. */
	var all = ["bifolio", FORMAT, words.guide, words.edition, ""].join("/");
	var key = all + words.lang + "/" + words.sheet;
	var fields = Object.create(null);
	/* Kept by an earlier edition of this sheet that had more fields. */
	var strangers = Object.create(null);
	var bar = document.querySelector("[data-kept]");
	var line = bar.querySelector("[role=status]");
	var before = null, filling = false, keep, saving, settling;

	function each(selector, use) {
		Array.prototype.forEach.call(
		    document.querySelectorAll(selector), use);
	}

	function on(name, use) {
		each("[data-do=" + name + "]", function (button) {
			button.hidden = false;
			button.addEventListener("click", function () {
				/* Or "saved" would soon talk over it. */
				flush();
				use(button);
			});
		});
	}

	/* --- the box ------------------------------------------------------ */

	/* null: nothing there; undefined: the browser does not let us look. */
	function read(box, name) {
		try {
			return window[box].getItem(name);
		} catch (e) {
			return undefined;
		}
	}

	/* The word to say, "" if all went well. */
	function write(box, name, value) {
		try {
			if (value === null)
				window[box].removeItem(name);
			else
				window[box].setItem(name, value);
			return "";
		} catch (e) {
			return /quota/i.test(e.name) ? "full" : "cannot";
		}
	}

	function sheets() {
		var found = Object.create(null), i, name;

		try {
			for (i = 0; i < localStorage.length; i++) {
				name = localStorage.key(i);
				if (name.indexOf(all) === 0)
					found[name] = localStorage.getItem(name);
			}
		} catch (e) {
			/* Then there is nothing of ours. */
		}
		return found;
	}

	/* --- what is said ------------------------------------------------- */

	/* The same words again are not spoken again. */
	function say(word, hole) {
		var text = words[word].replace(/\{\w+\}/, function () {
			return hole;
		});

		if (line.textContent !== text)
			line.textContent = text;
		bar.hidden = false;
		bar.classList.add("fresh");
		clearTimeout(settling);
		settling = setTimeout(function () {
			if (before === null)
				bar.classList.remove("fresh");
		}, 5000);
	}

	function offer(undo) {
		before = undo;
		each("[data-do=undo]", function (button) {
			button.hidden = undo === null;
		});
	}

	/* --- fields ------------------------------------------------------- */

	/* Paper shows this in place of the field, which would cut off what
	 * does not fit. */
	function mirror(field) {
		var copy = field.nextElementSibling;

		if (copy === null || !copy.classList.contains("mirror"))
			return;
		copy.firstChild.textContent = field.value;
		copy.parentNode.classList.toggle("flows",
		    field.value.length > 400 ||
		    field.value.split("\n").length > 8);
	}

	function add(field) {
		var name = field.name || field.id || field.closest("[id]").id;
		var copy;

		/* Or some browsers fill it in themselves after a reload. */
		field.autocomplete = "off";
		while (fields[name] && field.type !== "radio")
			name += "+";
		(fields[name] = fields[name] || []).push(field);
		if (!field.classList.contains("write"))
			return;
		copy = document.createElement("div");
		copy.className = "mirror";
		copy.setAttribute("aria-hidden", "true");
		copy.appendChild(document.createElement("span"));
		copy.style.setProperty("--lines", field.rows || 1);
		field.parentNode.insertBefore(copy, field.nextSibling);
	}

	function collect() {
		var found = Object.assign(Object.create(null), strangers);

		Object.keys(fields).forEach(function (name) {
			fields[name].forEach(function (field) {
				if (field.type === "checkbox" && field.checked)
					found[name] = true;
				else if (/radio|checkbox/.test(field.type) ?
				    field.checked : field.value !== "")
					found[name] = field.value;
			});
		});
		return found;
	}

	/* Puts answers into the fields and empties all others; how many have
	 * no place. */
	function fill(answers) {
		strangers = Object.create(null);
		Object.keys(answers).forEach(function (name) {
			var value = answers[name];

			if (!fields[name] &&
			    (value === true || typeof value === "string"))
				strangers[name] = value;
		});
		filling = true;
		Object.keys(fields).forEach(function (name) {
			fields[name].forEach(function (field) {
				var value = answers[name];

				if (field.type === "checkbox")
					field.checked = value === true;
				else if (field.type === "radio")
					field.checked = value === field.value;
				else
					field.value = typeof value ===
					    "string" ? value : "";
				mirror(field);
				field.dispatchEvent(new Event("input"));
			});
		});
		filling = false;
		bring(false);
		return Object.keys(strangers).length;
	}

	function save() {
		var answers = collect(), trouble;

		clearTimeout(saving);
		saving = null;
		if (!keep)
			return true;
		trouble = write("localStorage", key,
		    Object.keys(answers).length === 0 ? null :
		    JSON.stringify({ format: FORMAT, answers: answers }));
		if (trouble !== "")
			say(trouble);
		return trouble === "";
	}

	function changed(event) {
		if (filling)
			return;
		if (event.target.classList.contains("write"))
			mirror(event.target);
		else
			bring(true);
		offer(null);
		document.documentElement.classList.remove("blank");
		clearTimeout(saving);
		if (!keep)
			say("not");
		else
			saving = setTimeout(function () {
				if (save())
					say("saved");
			}, 400);
	}

	function flush() {
		if (saving)
			save();
	}

	/* Comes in: text of a box or a file.  Throws what is wrong with it. */
	function answersIn(text) {
		var data = JSON.parse(text);

		if (data.format > FORMAT)
			throw "newer";
		if (data.format !== FORMAT || typeof data.answers !==
		    "object" || data.answers === null)
			throw "bad";
		return data;
	}

	function load() {
		var kept = read("localStorage", key);

		if (kept === undefined)
			say("cannot");
		if (!kept)
			return;
		try {
			fill(answersIn(kept).answers);
			say("again");
		} catch (e) {
			say("broken");
		}
	}

	/* --- help that comes forward -------------------------------------- */

	var places = Object.create(null);

	/* Under the mark that asks for it, and back when none does.  The focus
	 * stays where it is. */
	function bring(aloud) {
		var asked = Object.create(null), spoken = "";

		each("[data-brings]", function (mark) {
			var kind = mark.dataset.brings;

			asked[kind] = mark.checked ? mark : asked[kind] || null;
		});
		Object.keys(asked).forEach(function (kind) {
			var help = body.querySelector(".callout-" + kind);
			var mark = asked[kind], to;

			if (help === null)
				return;
			if (!places[kind]) {
				places[kind] = document.createComment("");
				help.parentNode.insertBefore(places[kind],
				    help);
			}
			to = mark ? mark.closest("label") : places[kind];
			help.classList.toggle("forward", mark !== null);
			if (to.nextSibling === help)
				return;
			to.parentNode.insertBefore(help, to.nextSibling);
			if (!aloud || mark === null)
				return;
			help.scrollIntoView({ block: "nearest" });
			spoken += help.textContent.replace(/\s+/g, " ");
		});
		if (aloud)
			document.querySelector("[data-came]").textContent =
			    spoken;
	}

	/* --- clear and undo ----------------------------------------------- */

	function clear(button, everything) {
		var undo = { answers: body && collect(), button: button,
			sheets: everything ? sheets() : {} };

		if (everything)
			Object.keys(undo.sheets).forEach(function (name) {
				write("localStorage", name, null);
			});
		if (body) {
			fill({});
			save();
		}
		offer(undo);
		say(everything ? "clearedAll" : "cleared");
	}

	function undo() {
		var was = before, trouble = "";

		offer(null);
		Object.keys(was.sheets).forEach(function (name) {
			trouble = write("localStorage", name,
			    was.sheets[name]) || trouble;
		});
		if (was.answers) {
			fill(was.answers);
			if (!save())
				trouble = "cannot";
		}
		say(trouble || "undone");
		/* The button that had the focus is gone. */
		was.button.focus();
	}

	/* --- files -------------------------------------------------------- */

	function saveFile() {
		var link = document.createElement("a");

		link.download = words.guide + "-" + words.sheet + ".json";
		link.href = URL.createObjectURL(new Blob([JSON.stringify({
			bifolio: "answers", format: FORMAT,
			guide: words.guide, edition: words.edition,
			language: words.lang, sheet: words.sheet,
			title: document.querySelector("h1").textContent,
			answers: collect()
		}, null, 1)], { type: "application/json" }));
		document.body.appendChild(link);
		link.click();
		document.body.removeChild(link);
		setTimeout(function () {
			URL.revokeObjectURL(link.href);
		}, 60000);
		say("fileSaved", link.download);
	}

	function open(text, button) {
		var was = collect(), data, left;

		try {
			data = answersIn(text);
			if (data.bifolio !== "answers")
				throw "bad";
		} catch (e) {
			return say(e === "newer" ? "fileNewer" : "fileBad");
		}
		if (data.guide !== words.guide)
			return say("fileGuide");
		if (data.sheet !== words.sheet)
			return say("fileOther",
			    String(data.title).slice(0, 80));
		left = fill(data.answers);
		offer({ answers: was, button: button, sheets: {} });
		if (save())
			say(left > 0 ? "fileMore" : "fileOpened");
	}

	function openFile(button) {
		var input = document.createElement("input");

		input.type = "file";
		input.accept = ".json,application/json";
		input.addEventListener("change", function () {
			var reader = new FileReader();

			if (input.files.length === 0)
				return;
			if (input.files[0].size > MOST_BYTES)
				return say("fileBad");
			reader.onload = function () {
				open(reader.result, button);
			};
			reader.onerror = function () {
				say("fileBad");
			};
			reader.readAsText(input.files[0]);
		});
		input.click();
	}

	/* --- start -------------------------------------------------------- */

	function choose(forget) {
		var note = document.querySelector("[data-kept-words]");

		keep = !forget;
		note.textContent = keep ? note.dataset.keptWords :
		    note.dataset.notKeptWords;
	}

	function startSheet() {
		var forget = panel.querySelector("input");
		/* Whether to keep, not what: gone with the tab. */
		var chosen = read("sessionStorage", key);

		choose(chosen ? chosen === "forget" : words.keep === "no" &&
		    !read("localStorage", key));
		forget.checked = !keep;
		forget.autocomplete = "off";
		each(".body input, .body textarea", add);
		document.querySelector("main").classList.add("mirrored");
		if (keep)
			load();
		body.addEventListener("input", changed);
		body.addEventListener("reset", function (event) {
			setTimeout(changed, 0, event);
		});
		window.addEventListener("pagehide", flush);
		document.addEventListener("visibilitychange", flush);
		window.addEventListener("storage", function (event) {
			if (keep && (event.key === key || event.key === null))
				event.newValue ? load() : fill({});
		});
		window.addEventListener("afterprint", function () {
			document.documentElement.classList.remove("blank");
		});
		forget.addEventListener("change", function () {
			choose(forget.checked);
			write("sessionStorage", key, keep ? "keep" : "forget");
			if (!keep) {
				clearTimeout(saving);
				saving = null;
				say(write("localStorage", key, null) ||
				    "removed");
			} else if (save()) {
				say("saved");
			}
		});
		on("hide", function (button) {
			var hidden = document.querySelector("main")
			    .classList.toggle("veiled");

			button.setAttribute("aria-pressed", String(hidden));
			say(hidden ? "hidden" : "shown");
		});
		on("blank", function () {
			document.documentElement.classList.add("blank");
			window.print();
		});
		on("save", saveFile);
		on("open", openFile);
		on("clear", function (button) {
			clear(button, false);
		});
	}

	panel.hidden = false;
	on("clear-all", function (button) {
		clear(button, true);
	});
	on("undo", undo);
	offer(null);
	if (body)
		startSheet();
	else
		panel.hidden = Object.keys(sheets()).length === 0;
}());
