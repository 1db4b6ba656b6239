/* SPDX-License-Identifier: MIT */
/*
 * Keeps the guide on the device, where the clinic's profile asks for it
 * (offline: yes): hands the browser the worker that does.
 */
(function () {
	"use strict";

	var worker = document.currentScript.getAttribute("data-worker");

	/* A folder on a disk has no workers, and needs none. */
	if (!/^http/.test(location.protocol) || !navigator.serviceWorker)
		return;
	navigator.serviceWorker.register(worker).catch(function () {
		/* The site works without it. */
	});
}());
