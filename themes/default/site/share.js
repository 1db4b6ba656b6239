/* SPDX-License-Identifier: MIT */
/*
 * Handing a page on: its address copied, or given to the system's own list of
 * ways to share.  Nothing is loaded for it, and nobody is told.
 *
 * A page in a folder or on a stick has no address that would help somebody
 * else: there the whole part stays hidden.
 */
(function () {
	"use strict";

	var part = document.querySelector("[data-share]");
	var address, status;

	function say(words) {
		status.textContent = "";
		/* The same words twice are spoken twice. */
		window.setTimeout(function () {
			status.textContent = words;
		}, 50);
	}

	function copied() {
		say(part.getAttribute("data-copied"));
	}

	function failed() {
		say(part.getAttribute("data-failed"));
	}

	function show(selector, use) {
		var button = part.querySelector(selector);

		button.hidden = false;
		button.addEventListener("click", use);
	}

	if (part === null)
		return;
	status = part.querySelector("[data-status]");
	address = part.getAttribute("data-address");
	if (address === "" && /^https?:$/.test(location.protocol)) {
		address = location.href.replace(/#.*$/, "");
		part.querySelector("[data-mail]").href +=
			encodeURIComponent(address);
	}
	if (address === "")
		return;
	part.hidden = false;
	if (navigator.clipboard && navigator.clipboard.writeText) {
		show("[data-copy]", function () {
			navigator.clipboard.writeText(address)
				.then(copied, failed);
		});
	}
	if (navigator.share) {
		show("[data-more]", function () {
			/* Who changes their mind is told nothing. */
			navigator.share({
				title: part.getAttribute("data-title"),
				url: address
			}).catch(function () {});
		});
	}
}());
