// SPDX-License-Identifier: MIT
// Judging plain words: sentences, syllables, reading grade, runs of words.
//
// Comes in: strings. Goes out: numbers and lists. Knows nothing of the guide.
import { createHash } from "node:crypto";

// A sentence ends with . ? or ! before a space or the end; dots inside numbers
// and addresses do not count.
export function sentences(text) {
  return text.split(/(?<=[.?!][”’)]?)\s+/u).map((s) => s.trim()).filter(Boolean);
}

export function wordsOf(text) {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu) ?? [];
}

// What the rule below gets wrong, with how many there are.
const irregular = new Map(Object.entries({
  area: 3, clothes: 1, being: 2, create: 2, experience: 4, experienced: 4, everybody: 4, idea: 3, ideas: 3, million: 2,
  people: 2, quiet: 2, quietly: 3, science: 2, serious: 3, somebody: 3, someone: 2, something: 2, sometimes: 2,
  hormone: 2, psychiatrist: 4, psychiatric: 4, material: 4, parental: 3, usually: 4, diary: 3, trial: 2, lion: 2,
}));

// Syllables by rule: groups of vowels; a final silent e, es or ed is none; -le
// after a consonant is one; -ying, -eing, -oing and -ua are two.
export function syllables(word) {
  let w = word.toLowerCase().replace(/['’]s$/, "").replace(/[^a-z]/g, "");
  if (irregular.has(w)) return irregular.get(w);
  let count = 0;
  w = w.replace(/([^aeiou])e(ness|less|ful|ly|ment)$/, "$1$2");
  if (/[^aeiouy]led$/.test(w)) return 1 + syllables(w.slice(0, -3));
  if (/[^aeiouy]les?$/.test(w)) count++, (w = w.replace(/les?$/, ""));
  else if (/[^aeioutd]ed$/.test(w)) w = w.slice(0, -2);
  else if (/[^aeiouscgxzh]es$/.test(w)) w = w.slice(0, -2);
  else if (/[aeiouy].*[^aeiou]e$/.test(w)) w = w.slice(0, -1);
  count += (w.match(/[aeiouy]+/g) ?? []).length;
  count += (w.match(/[yeo]ing|[^qg]ua[^r]|eo[nu]/g) ?? []).length;
  return Math.max(1, count);
}

// Flesch and Kincaid, 1975: 0.39 words a sentence + 11.8 syllables a word
// - 15.59. "known": names that the glossary explains count as one syllable a
// word; so do numbers.
export function readingGrade(text, known = new Set()) {
  const all = sentences(text);
  const words = all.flatMap(wordsOf);
  const spoken = words.reduce((sum, w) => sum + (known.has(w.toLowerCase()) || /^\d/.test(w) ? 1 : syllables(w)), 0);
  return {
    sentences: all.length,
    words: words.length,
    mean: words.length / all.length,
    grade: (0.39 * words.length) / all.length + (11.8 * spoken) / words.length - 15.59,
  };
}

// Words as the list of source runs has them: small letters; punctuation and
// marks are one space. How it took apostrophes cannot be seen from hashes, so
// both ways are tried: "don t" and "dont".
export function foldings(text) {
  const small = text.normalize("NFC").toLowerCase();
  const fold = (s) => s.replace(/[^\p{L}\p{N}]+/gu, " ").trim().split(" ");
  return [fold(small), fold(small.replace(/['’]/g, ""))];
}

export function hashRun(words) {
  return createHash("sha256").update(words.join(" ")).digest("hex").slice(0, 16);
}

// Runs of seven words of "text" whose hashes are in "hashes".
export function sharedRuns(text, hashes) {
  const found = new Set();
  for (const words of foldings(text))
    for (let i = 0; i + 7 <= words.length; i++) {
      const run = words.slice(i, i + 7);
      if (hashes.has(hashRun(run))) found.add(run.join(" "));
    }
  return [...found];
}
