import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeIndexStore } from "../testing/fake-index-store";
import { makeDocument } from "../testing/make-document";
import { buildKeywords } from "./build-keywords";
import { termAt } from "./dictionary";
import { findTypos } from "./find-typos";

/**
 * Makes an index with one commit for each document, so that answers come from several segments; returns the documents
 * of a query.
 */
function createSuggester(...texts: readonly string[]) {
  const store = createFakeIndexStore();
  const { index } = store.open();
  for (const text of texts) {
    const [id = 0] = index.allocateIds(1);
    store.commit(index, index.prepare({ add: [makeDocument(id, text)], remove: [] }));
  }
  return (query: string) => index.suggest(query, { limit: 10 }).map((hit) => texts[hit.documentId - 1]);
}

test.each([
  ["the beginning of a word", "con", "configuration guide"],
  ["a word typed further than its stem", "configurati", "configuration guide"],
  ["a word typed into its ending", "configuratio", "configuration guide"],
  ["a whole word", "configuration", "configuration guide"],
  ["the beginning of the last of several words", "guide conf", "configuration guide"],
  ["the beginning of an identifier", "PROJ-12", "fix PROJ-123"],
  ["the beginning of an accented word", "caf", "Café opening hours"],
  ["a wrong letter", "guibe ", "configuration guide"],
  ["a missing letter", "confguration gui", "configuration guide"],
  ["swapped letters", "opneing ho", "Café opening hours"],
  ["a letter too many", "hoours", "Café opening hours"],
  ["a wrong first letter", "xuide ", "configuration guide"],
  ["a mistyped beginning", "cofni", "configuration guide"],
])("suggest() completes %s", (_, query, text) => {
  expect(createSuggester("configuration guide", "fix PROJ-123", "Café opening hours")(query)).toEqual([text]);
});

test.each(["databses", "databses ", "databaess", "databaess ", "datbase", "dtaabases "])(
  "suggest() finds databases, and not only data, for %j",
  (query) => {
    const suggest = createSuggester("all the data there is", "several databases on one disk");
    expect(suggest(query)).toEqual(["several databases on one disk"]);
  },
);

test.each(["email", "e-mail", "e-mails", "e-ma"])(
  "suggest() finds both spellings of a word for %j",
  (query) => {
    const suggest = createSuggester("send an e-mail", "send an email", "send a letter");
    expect(suggest(query).sort()).toEqual(["send an e-mail", "send an email"]);
  },
);

test("suggest() ranks the word as typed before longer ones", () => {
  const suggest = createSuggester("catalogue of cats and more", "catalogue catalogue", "cat");
  expect(suggest("cat")[0]).toBe("cat");
});

test("suggest() corrects no typo in a word of the index", () => {
  expect(createSuggester("the cart stood", "the card fell")("card ")).toEqual(["the card fell"]);
  expect(createSuggester("flying planes", "two plates")("planes")).toEqual(["flying planes"]);
});

test("findTypos() finds exactly the terms one edit away", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "é", "1"), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 30 }), word, (words, wanted) => {
      const { dictionary } = buildKeywords(
        words.map((body) => ({ title: "", headings: [], body, author: "" })),
      );
      const terms = Array.from({ length: dictionary.count }, (_, index) => termAt(dictionary, index));
      const found = new Set<string>();
      const folded = wanted.replaceAll("é", "e");
      for (const [from, to] of findTypos(dictionary, folded, false)) {
        for (let index = from; index < to; index++) found.add(terms[index]!);
      }
      expect([...found].filter((term) => term !== folded).sort()).toEqual(
        terms.filter((term) => editsBetween(term, folded) === 1).sort(),
      );
    }),
  );
});

/** Optimal string alignment: Levenshtein's distance with swaps of neighbours. */
function editsBetween(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => i + j),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i]![j] = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        rows[i]![j] = Math.min(rows[i]![j]!, rows[i - 2]![j - 2]! + 1);
      }
    }
  }
  return rows[a.length]![b.length]!;
}
