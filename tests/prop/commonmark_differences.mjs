// SPDX-License-Identifier: MIT
//
// Examples of CommonMark 0.30 that read otherwise in a guide, by number, each
// group with its reason: reviewed one by one.

// A guide refuses them with the message of this id.
export const refused = [
	{
		reason: 'raw HTML may not be used',
		id: 'raw-html',
		examples: [21, 31, [148, 177], [178, 191], 201, 308, 309, 344,
		    474, 475, 476, 490, 493, 523, 535, [612, 616], 622, 624,
		    [627, 631], 642, 643],
	},
	{
		reason: 'a word behind a fence names a component',
		id: 'component-unknown',
		examples: [24, 34, 142, 143, 144, 146],
	},
	{
		reason: 'a figure has a paragraph of its own',
		id: 'image-in-text',
		examples: [516, 530, 578, 586],
	},
	{
		reason: 'a figure is a drawing in the folder figures/',
		id: 'figure-path',
		examples: [519, [571, 577], [579, 585], 587, 588, 590],
	},
];

// They say something else.
export const others = [
	{
		reason: 'bare addresses are links',
		examples: {
			601: '<p>&lt;<a href="http://foo.bar/baz">' +
			    'http://foo.bar/baz</a> bim&gt;</p>\n',
			605: '<p>&lt;<a href="mailto:foo+@bar.example.com">' +
			    'foo+@bar.example.com</a>&gt;</p>\n',
			607: '<p>&lt; <a href="http://foo.bar">' +
			    'http://foo.bar</a> &gt;</p>\n',
			610: '<p><a href="http://example.com">' +
			    'http://example.com</a></p>\n',
			611: '<p><a href="mailto:foo@bar.example.com">' +
			    'foo@bar.example.com</a></p>\n',
		},
	},
];
