/* SPDX-License-Identifier: MIT */
/*
 * The search page. Loads the directory of the index, then only the shards that
 * the words need and the texts that are shown; all are classic scripts, so that
 * it works from a folder. What is typed stays here: nothing is sent.
 */
(function () {
	"use strict";
	var files = {}, waiting = {}, shards = [], SHOWN = 10, WORD, NO_SPACES,
		main, field, found, status, elsewhere, folder, index, timer, run = 0;

	/* What is for those without script is not seen before it is hidden. */
	document.documentElement.classList.add("js");
	try {
		WORD = new RegExp("[\\p{L}\\p{M}\\p{N}'\u2019\u02bc\u00ad\u200b-\u200f]+", "gu");
	} catch (old) {
		WORD = /[^\s!-&(-\/:-@\[-\x60{-\u00ac\u00ae-\u00bf\u2010-\u2018\u201a-\u2fff\u3000-\u303f]+/g;
	}
	NO_SPACES = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;

	/* As words_fold of src/site/words.c. */
	function fold(word) {
		return word.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFD")
			.replace(/[ ().'\u2019\u02bc\u00ad\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u200b-\u200f\u2044\u2060\ufeff]/g, "")
			.replace(/\u03c2/g, "\u03c3").normalize("NFC");
	}

	/* The words of a text, as [word, where it begins]. */
	function cut(text) {
		var list = [], match, part, parts;

		WORD.lastIndex = 0;
		while ((match = WORD.exec(text))) {
			if (NO_SPACES.test(match[0]) && window.Intl && Intl.Segmenter) {
				parts = new Intl.Segmenter(document.documentElement.lang,
					{ granularity: "word" }).segment(match[0])[Symbol.iterator]();
				while (!(part = parts.next()).done)
					list.push([part.value.segment, match.index + part.value.index]);
			} else
				list.push([match[0], match.index]);
		}
		return list;
	}

	window.bifolioSearch = function (kind, number, data) {
		files[kind + "-" + number] = data;
	};

	/* Calls done(true) when all of the files are there. */
	function load(names, done) {
		var left = names.length, whole = true;

		function one(good) {
			whole = whole && good;
			if (--left === 0)
				done(whole);
		}
		if (left === 0)
			done(true);
		names.forEach(function (name) {
			var script;

			if (files[name])
				return one(true);
			if (waiting[name])
				return waiting[name].push(one);
			waiting[name] = [one];
			script = document.createElement("script");
			script.src = name === "index-0" ? main.getAttribute("data-index") :
				folder + name + "-" + index.hash + ".js";
			script.onload = script.onerror = function () {
				var list = waiting[name];

				delete waiting[name];
				list.forEach(function (call) { call(!!files[name]); });
			};
			document.head.appendChild(script);
		});
	}

	/* The number of the shard that has "word", if any has. */
	function shardOf(word) {
		var i = 1;

		while (i < index.words.length && index.words[i] <= word)
			i++;
		return i - 1;
	}

	/* Near words differ behind their third letter. */
	function shardsOf(word) {
		var list = [], i = shardOf(word.slice(0, 3)), end = shardOf(word + "\uffff");

		for (; i <= end && list.length < 4; i++)
			list.push(i);
		return list;
	}

	/* A shard as words, each with the lines that it stands in. */
	function open(number) {
		var words = {};

		if (!shards[number]) {
			files["words-" + number].split("\n").forEach(function (line) {
				var parts = line.split("|");

				if (parts[1])
					parts[0].split(" ").forEach(function (word) {
						(words["_" + word] = words["_" + word] || []).push(parts);
					});
			});
			shards[number] = words;
		}
		return shards[number];
	}

	/* One letter more, less, other, or two that changed places? */
	function isNear(a, b) {
		var i = 0;

		while (i < a.length && a[i] === b[i])
			i++;
		a = a.slice(i);
		b = b.slice(i);
		return a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1) ||
			(a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
	}

	/* What of the guide a typed word stands for: lines, and the word if it is
	 * another. */
	function match(word, last) {
		var all = {}, lines = [], names, used, stem;

		function add(name) {
			all[name].forEach(function (line) {
				if (lines.indexOf(line) < 0)
					lines.push(line);
			});
		}
		/* The fullest of those that fit. */
		function nearest(fits) {
			var best = "";

			names.forEach(function (name) {
				if (fits(name.slice(1)) && (!best ||
						all[name][0][1].length > all[best][0][1].length))
					best = name;
			});
			if (best) {
				add(best);
				used = best.slice(1);
			}
		}

		/* Another form of the word, as far as beginnings tell? */
		function isForm(other) {
			return other.indexOf(stem) === 0 && other.length < word.length + 3;
		}

		shardsOf(word).forEach(function (number) {
			var words = open(number), name;

			for (name in words)
				all[name] = words[name];
		});
		names = Object.keys(all);
		if (all["_" + word])
			add("_" + word);
		if (last && word.length > 1)
			names.forEach(function (name) {
				if (name.indexOf(word) === 1)
					add(name);
			});
		if (!lines.length && word.length > 3)
			nearest(function (other) { return isNear(word, other); });
		for (stem = word; !lines.length && stem.length > 4 &&
				stem.length > word.length / 2;) {
			stem = stem.slice(0, -1);
			nearest(isForm);
		}
		return { lines: lines, used: used };
	}

	/* The weight of a word in each entry. */
	function weights(lines) {
		var sum = {}, count = 0;

		lines.forEach(function (line) {
			var entry = -1, place, places = /([0-9a-z]*)([A-Z])/g;

			while ((place = places.exec(line[1]))) {
				entry += place[1] ? parseInt(place[1], 36) : 1;
				if (!sum[entry])
					count++;
				sum[entry] = Math.max(sum[entry] || 0, place[2].charCodeAt(0) - 64);
			}
		});
		return { of: sum, count: count };
	}

	/* Entries with most of the words, best first. */
	function rank(matches) {
		var score = {}, share = {}, all = 0, most = 0;

		matches.forEach(function (match) {
			var w = weights(match.lines), rare, entry;

			rare = Math.log(1 + index.entries / (w.count + 1)) / (match.used ? 3 : 1);
			all += rare;
			for (entry in w.of) {
				share[entry] = (share[entry] || 0) + rare;
				score[entry] = (score[entry] || 0) + rare * rare * w.of[entry];
				most = Math.max(most, share[entry]);
			}
		});
		return Object.keys(score).filter(function (entry) {
			score[entry] *= share[entry] / all * share[entry];
			return share[entry] > most * 0.4;
		}).sort(function (a, b) {
			return score[b] - score[a] || a - b;
		});
	}

	function element(name, parent, text) {
		var made = document.createElement(name);

		if (text)
			made.textContent = text;
		parent.appendChild(made);
		return made;
	}

	/* A line or two round the first hit, hits in Bold. */
	function excerpt(line, text, marks) {
		var hits = cut(text).filter(function (part) {
				return marks["_" + fold(part[0])];
			}), from = 0, most = 0, to;

		hits.forEach(function (hit) {
			var seen = hits.filter(function (other) {
				return other[1] >= hit[1] && other[1] < hit[1] + 110;
			}).length;

			if (seen > most) {
				most = seen;
				from = hit[1] - 60;
			}
		});
		from = from < 20 ? 0 : text.indexOf(" ", from) + 1;
		to = text.length < from + 190 ? text.length : text.lastIndexOf(" ", from + 170);
		to = to > from ? to : from + 170;
		if (from)
			line.appendChild(document.createTextNode("\u2026 "));
		hits.forEach(function (part) {
			if (part[1] < from || part[1] + part[0].length > to)
				return;
			line.appendChild(document.createTextNode(text.slice(from, part[1])));
			element("strong", line, part[0]);
			from = part[1] + part[0].length;
		});
		line.appendChild(document.createTextNode(text.slice(from, to) +
			(to < text.length ? " \u2026" : "")));
	}

	function fill(words, values) {
		Object.keys(values).forEach(function (name) {
			words = main.getAttribute("data-" + words) || words;
			words = words.replace("{" + name + "}", function () { return values[name]; });
		});
		return words;
	}

	function show(list, entries, marks, mine, more) {
		var next = entries.slice(0, SHOWN), rest = entries.slice(SHOWN), names = [];

		next.forEach(function (entry) {
			var name = "texts-" + Math.floor(entry / index.per);

			if (names.indexOf(name) < 0)
				names.push(name);
		});
		load(names, function (whole) {
			var button;

			if (mine !== run)
				return;
			if (!whole)
				return fail();
			next.forEach(function (entry, i) {
				var text = files["texts-" + Math.floor(entry / index.per)][entry % index.per],
					row = element("div", element("li", list)), link, line;

				link = element("a", row, text[1]);
				link.href = text[0];
				if (text[2])
					element("p", row, text[2]).className = "muted";
				line = element("p", row);
				line.className = "muted";
				excerpt(line, text[3], marks);
				if (more && i === 0)
					link.focus();
			});
			if (!rest.length)
				return;
			button = element("button", found, main.getAttribute("data-more"));
			button.type = "button";
			button.className = "button outlined";
			button.onclick = function () {
				found.removeChild(button);
				show(list, rest, marks, mine, true);
			};
		});
	}

	function fail() {
		status.textContent = main.getAttribute("data-failed");
	}

	/* Do the words call for help? Up to two others may stand between them. */
	function isDistress(words) {
		return (main.getAttribute("data-distress") || "").split(";").some(function (phrase) {
			var parts = phrase.split(" ");

			return words.some(function (first, start) {
				var at = start - 1;

				return parts.every(function (part, i) {
					var end = i ? at + 3 : start;

					while (at++ < end)
						if (part.split("|").some(function (word) {
							return word.slice(-1) === "*" ? words[at] &&
								words[at].indexOf(word.slice(0, -1)) === 0 : words[at] === word;
						}))
							return true;
					return false;
				});
			});
		});
	}

	function clear() {
		while (status.nextSibling)
			found.removeChild(status.nextSibling);
	}

	function answer(words, typed, mine) {
		var marks = {}, matches, entries, said = "", list;

		matches = words.map(function (word, i) {
			var m = match(word[0], i === words.length - 1);

			if (!m.lines.length && word[1])
				m = match(word[1], i === words.length - 1);
			if (m.used || !m.lines.length)
				said += " " + fill(m.used ? "instead" : "without",
					{ typed: word[2], used: m.used });
			m.lines.forEach(function (line) {
				line[0].split(" ").forEach(function (surface) { marks["_" + surface] = 1; });
			});
			return m;
		});
		entries = rank(matches);
		elsewhere.hidden = entries.length > 0;
		clear();
		status.textContent = fill(entries.length === 0 ? "none" :
			entries.length === 1 ? "one" : "found",
			{ count: entries.length, words: typed }) + (entries.length ? "." + said : "");
		if (entries.length) {
			list = element("ul", found);
			list.className = "rows";
			show(list, entries, marks, mine);
		}
	}

	function search() {
		var typed = field.value.trim(), help = document.querySelector(".distress"),
			mine = ++run, words = [];

		cut(typed.slice(0, 200)).forEach(function (part) {
			var word = fold(part[0]), tail = /['\u2019](.{3,})$/.exec(part[0]);

			if (word && words.length < 12)
				words.push([word, tail && fold(tail[1]), part[0]]);
		});
		if (help)
			help.hidden = !isDistress(words.map(function (word) { return word[0]; }));
		if (!words.length) {
			elsewhere.hidden = false;
			clear();
			status.textContent = "";
			return;
		}
		load(["index-0"], function (whole) {
			var names = [];

			if (mine !== run)
				return;
			index = files["index-0"];
			if (!whole)
				return fail();
			words.forEach(function (word) {
				shardsOf(word[0]).concat(word[1] ? shardsOf(word[1]) : []).forEach(function (n) {
					if (n < index.words.length && names.indexOf("words-" + n) < 0)
						names.push("words-" + n);
				});
			});
			load(names, function (good) {
				if (mine !== run)
					return;
				if (good)
					answer(words, typed, mine);
				else
					fail();
			});
		});
	}

	/* What is looked for stands in the address, so that "back" finds it. */
	function keep(how) {
		var typed = field.value.trim(),
			address = typed ? "?q=" + encodeURIComponent(typed) : location.pathname;

		if (location.search !== address)
			try {
				history[how](null, "", address);
			} catch (closed) { /* some browsers: not in a folder */ }
	}

	function fromAddress() {
		var q = /[?&]q=([^&]*)/.exec(location.search);

		try {
			field.value = q ? decodeURIComponent(q[1].replace(/\+/g, " ")) : "";
		} catch (broken) {
			field.value = "";
		}
		search();
	}

	function go() {
		clearTimeout(timer);
		keep("pushState");
		search();
	}

	document.addEventListener("DOMContentLoaded", function () {
		main = document.querySelector("main");
		found = main.querySelector(".found");
		status = found.firstElementChild;
		elsewhere = main.querySelector(".elsewhere");
		field = document.getElementById("query");
		folder = main.getAttribute("data-index").replace(/[^\/]*$/, "");
		field.parentNode.hidden = false;
		main.querySelector(".no-script").hidden = true;
		field.addEventListener("input", function () {
			clearTimeout(timer);
			timer = setTimeout(function () {
				keep("replaceState");
				search();
			}, 600);
		});
		field.addEventListener("keydown", function (event) {
			if (event.key === "Enter" && !event.isComposing) {
				go();
				/* The keyboard of a telephone would hide the results. */
				if (window.matchMedia("(pointer: coarse)").matches)
					field.blur();
			}
		});
		main.querySelector(".ask button").addEventListener("click", go);
		window.addEventListener("popstate", fromAddress);
		fromAddress();
		document.documentElement.classList.remove("js");
	});
}());
