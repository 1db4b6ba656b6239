/* SPDX-License-Identifier: MIT */
/*
 * Keeps one edition of the guide on the device; the text of sw.js behind
 * "edition": its name, its version, its files, and those kept on demand.
 *
 * Pages come from the network while there is one, so that a number to call is
 * never an old one; what has its hash in its name comes from the device.  Files
 * that are not in the list are left to the browser, and so are other sites.
 */
(function () {
	"use strict";

	var scope = self.registration.scope;
	var prefix = "bifolio " + edition.name + " " + scope + " ";
	var name = prefix + edition.version;
	/* A network that is there but does not answer. */
	var PATIENCE = 4000;
	var kept = {};
	var onDemand = {};

	function address(file) {
		return new URL(file, scope).href;
	}

	edition.files.forEach(function (file) {
		var url = address(file);

		kept[url] = url;
		/* The other addresses that servers give a page. */
		kept[url.replace(/index\.html$/, "")] = url;
		kept[url.replace(/\.html$/, "")] = url;
	});
	edition.onDemand.forEach(function (file) {
		onDemand[address(file)] = address(file);
	});

	function put(cache, url) {
		return fetch(url, { cache: "no-cache" }).then(function (got) {
			if (!got.ok)
				throw new Error(url);
			/* A page may not be answered with what was moved. */
			return cache.put(url, !got.redirected ? got :
				new Response(got.body, { headers: got.headers }));
		});
	}

	function fromDevice(url) {
		return caches.open(name).then(function (cache) {
			return cache.match(url);
		});
	}

	function page(request, url) {
		return new Promise(function (resolve, reject) {
			var late = setTimeout(function () {
				fromDevice(url).then(function (got) {
					if (got)
						resolve(got);
				});
			}, PATIENCE);

			fetch(request).then(function (got) {
				clearTimeout(late);
				resolve(got);
			}, function (error) {
				clearTimeout(late);
				fromDevice(url).then(function (got) {
					if (got)
						resolve(got);
					else
						reject(error);
				}, reject);
			});
		});
	}

	function asset(request, url) {
		return fromDevice(url).then(function (got) {
			return got || fetch(request);
		});
	}

	function print(request, url) {
		return fromDevice(url).then(function (got) {
			if (got)
				return got;
			return fetch(request).then(function (answer) {
				var copy;

				if (answer.status === 200 && !answer.redirected) {
					copy = answer.clone();
					caches.open(name).then(function (cache) {
						return cache.put(url, copy);
					});
				}
				return answer;
			});
		});
	}

	self.addEventListener("install", function (event) {
		event.waitUntil(caches.open(name).then(function (cache) {
			return Promise.all(edition.files.map(function (file) {
				return put(cache, address(file));
			}));
		}).then(function () {
			return self.skipWaiting();
		}));
	});

	self.addEventListener("activate", function (event) {
		event.waitUntil(caches.keys().then(function (names) {
			return Promise.all(names.filter(function (other) {
				return other.indexOf(prefix) === 0 && other !== name;
			}).map(function (other) {
				return caches.delete(other);
			}));
		}).then(function () {
			return self.clients.claim();
		}));
	});

	self.addEventListener("fetch", function (event) {
		var url = event.request.url.replace(/[?#].*$/, "");

		if (event.request.method !== "GET")
			return;
		if (onDemand[url] && !event.request.headers.has("range"))
			event.respondWith(print(event.request, url));
		else if (kept[url] && /\.html$/.test(kept[url]))
			event.respondWith(page(event.request, kept[url]));
		else if (kept[url])
			event.respondWith(asset(event.request, kept[url]));
	});
}());
