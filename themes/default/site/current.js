/* SPDX-License-Identifier: MIT */
/*
 * "Is my copy up to date?": the code on a printed copy leads here with the
 * copy's version behind the address (#v=2026.11), which no server is sent.
 *
 * Says whether that is the newest version, and marks the changes since.
 */
(function () {
	"use strict";

	var main = document.querySelector("[data-copy]");
	var newest = document.querySelector("main[data-version]");

	function words(answer, copy) {
		var box = document.createElement("p");
		var strong = document.createElement("strong");

		strong.textContent = answer.replace("{copy}", copy);
		box.appendChild(strong);
		main.textContent = "";
		main.appendChild(box);
	}

	/* The newest stand first: those above the copy's own version. */
	function mark(copy) {
		var list = document.querySelector("[data-new]");
		var rows = list ? list.children : [];
		var known = false;
		var i, label;

		for (i = 0; i < rows.length; i++) {
			known = known ||
				rows[i].getAttribute("data-version") === copy;
		}
		for (i = 0; known && i < rows.length &&
			rows[i].getAttribute("data-version") !== copy; i++) {
			if (rows[i].querySelector("strong"))
				continue;
			label = document.createElement("p");
			label.appendChild(document.createElement("strong"))
				.textContent = list.getAttribute("data-new");
			rows[i].insertBefore(label, rows[i].firstChild);
		}
	}

	function look() {
		var found = /^#v=([A-Za-z0-9.-]{1,40})$/.exec(location.hash);
		var same;

		if (!found || !main || !newest)
			return;
		same = found[1] === newest.getAttribute("data-version");
		main.className = "panel";
		words(main.getAttribute(same ? "data-same" : "data-other"),
			found[1]);
		if (!same)
			mark(found[1]);
	}

	window.addEventListener("hashchange", look);
	look();
}());
