/* SPDX-License-Identifier: MIT */
/*
 * Small comforts; every page works without them.
 *
 * A button that prints, places to write that grow with what is written, and a
 * way out that leaves no page behind.  Nothing is stored and nothing is sent.
 */
(function () {
	"use strict";

	function grow(area) {
		var limit = 200;

		while (area.scrollHeight > area.clientHeight + 2 && limit-- > 0)
			area.rows += 1;
	}

	function each(selector, use) {
		Array.prototype.forEach.call(
			document.querySelectorAll(selector), use);
	}

	each("[data-print]", function (button) {
		button.hidden = false;
		button.addEventListener("click", function () {
			window.print();
		});
	});
	each("textarea", function (area) {
		area.addEventListener("input", function () {
			grow(area);
		});
	});
	window.addEventListener("beforeprint", function () {
		each("textarea", grow);
	});
	/* The link to the search becomes a field that leads there; its picture
	   and word are the label. */
	each("[data-search]", function (place) {
		var link = place.querySelector("a"),
			ask = document.createElement("div"),
			label = ask.appendChild(document.createElement("label")),
			field = ask.appendChild(document.createElement("input"));

		ask.setAttribute("role", "search");
		field.type = "search";
		field.id = label.htmlFor = "top-query";
		field.className = "write";
		field.autocomplete = "off";
		label.innerHTML = link.innerHTML;
		field.addEventListener("keydown", function (event) {
			if (event.key === "Enter" && !event.isComposing)
				window.location.href = link.href + "?q=" +
					encodeURIComponent(field.value.trim());
		});
		field.addEventListener("input", function () {
			label.className = field.value ? "away" : "";
		});
		place.appendChild(ask);
	});
	/* In a hurry: blank at once, and not behind the back button. */
	each("[data-leave]", function (link) {
		link.addEventListener("click", function (event) {
			event.preventDefault();
			document.documentElement.hidden = true;
			document.title = "\u00a0";
			location.replace(navigator.onLine === false ?
				link.dataset.leave : link.href);
		});
	});
	/* A menu that is left open would cover the text it led to. */
	each(".menu a", function (link) {
		link.addEventListener("click", function () {
			link.closest("details").open = false;
		});
	});
}());
