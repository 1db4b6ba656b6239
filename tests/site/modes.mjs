// SPDX-License-Identifier: MIT
// The circumstances in which a page is seen, and how they are combined: each
// value of one with each value of every other, in as few rows as the search
// finds; or all with all.
//
// Knows no page and no browser.

export const MODES = {
  scheme: ["light", "dark", "forced", "print"],
  width: [320, 768, 1280],
  script: [true, false],
  from: ["http", "file"],
  direction: ["ltr", "rtl"],
};

// Every combination, the last name changing fastest.
export function everyRow(modes) {
  return Object.entries(modes).reduce(
    (rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
}

// The parts of a row with "size" of its values each, as words.
function parts(row, size) {
  const values = Object.entries(row).map(([name, value]) => `${name}=${value}`);
  let found = [[[], 0]];
  for (let i = 0; i < size; i++) {
    found = found.flatMap(([part, from]) =>
      values.slice(from).map((value, k) => [[...part, value], from + k + 1]));
  }
  return found.map(([part]) => part.join(" "));
}

// The pairs of values that no row has.
export function missingPairs(modes, rows) {
  const had = new Set(rows.flatMap((row) => parts(row, 2)));
  return [...new Set(everyRow(modes).flatMap((row) => parts(row, 2)))].filter((pair) => !had.has(pair));
}

// Rows that have every pair: always the combination that brings the most new
// pairs; of equals, the one that brings the most new triples; of those, the
// first, so that it is the same list each time.
export function pairwiseRows(modes) {
  const candidates = everyRow(modes).map((row) => ({ row, pairs: parts(row, 2), triples: parts(row, 3) }));
  const pairs = new Set(candidates.flatMap((c) => c.pairs));
  const triples = new Set(candidates.flatMap((c) => c.triples));
  const rows = [];
  while (pairs.size > 0) {
    let best = null;
    let most = -1;
    for (const candidate of candidates) {
      const brings = candidate.pairs.filter((pair) => pairs.has(pair)).length * 1000 +
        candidate.triples.filter((triple) => triples.has(triple)).length;
      if (brings > most) [best, most] = [candidate, brings];
    }
    rows.push(best.row);
    for (const pair of best.pairs) pairs.delete(pair);
    for (const triple of best.triples) triples.delete(triple);
  }
  return rows;
}

// For each page, told by its kind, some of the rows: those that have every value
// of every mode, and so chosen that the pages of each kind together have every
// pair. The answer is a list of pages' numbers for each row.
export function sharedRows(rows, kinds) {
  const candidates = rows.map((row) => ({ values: parts(row, 1), pairs: parts(row, 2) }));
  const shares = rows.map(() => []);
  for (const kind of new Set(kinds)) {
    const pages = kinds.flatMap((k, page) => (k === kind ? [page] : []));
    const missing = new Set(candidates.flatMap((c) => c.pairs));
    // The row that "page" has not seen and that is worth most, if any.
    const give = (page, worth) => {
      const worths = candidates.map((c, i) => (shares[i].includes(page) ? 0 : worth(c)));
      const best = worths.indexOf(Math.max(...worths));
      if (worths[best] <= 0) return null;
      shares[best].push(page);
      for (const pair of candidates[best].pairs) missing.delete(pair);
      return candidates[best];
    };
    const brings = (c) => c.pairs.filter((pair) => missing.has(pair)).length;
    const seen = new Map();
    for (const page of pages) {
      const left = new Set(candidates.flatMap((c) => c.values));
      while (left.size > 0) {
        const row = give(page, (c) => c.values.filter((v) => left.has(v)).length + brings(c) / 10 +
          c.pairs.reduce((sum, pair) => sum + 1 / (1 + (seen.get(pair) ?? 0)), 0) / 100);
        for (const value of row.values) left.delete(value);
        for (const pair of row.pairs) seen.set(pair, (seen.get(pair) ?? 0) + 1);
      }
    }
    // Pages in turn, until each has seen all that any of them would bring.
    for (let turn = 0, idle = 0; missing.size > 0 && idle < pages.length; turn++)
      idle = give(pages[turn % pages.length], brings) === null ? idle + 1 : 0;
  }
  return shares;
}
