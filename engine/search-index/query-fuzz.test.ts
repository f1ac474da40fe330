import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFakeIndexStore } from "./testing/fake-index-store";
import { makeDocument } from "./testing/make-document";

function createFilled() {
  const store = createFakeIndexStore();
  const { index } = store.open();
  const texts = ["The cat sat", "שלום עולם مرحبا", "東京タワー", "getUserById(PROJ-123)", "naïve café", ""];
  const ids = index.allocateIds(texts.length);
  store.commit(index, index.prepare({ add: ids.map((id, at) => makeDocument(id, texts[at]!)), remove: [] }));
  return index;
}

const odd = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  // Lone surrogates, controls and directional marks among ordinary letters.
  fc
    .array(
      fc.constantFrom("\ud83d", "\ude00", "\u202e", "\u200d", "\u0000", "😀", "a", "é", " ", "'", "-", "水"),
      { maxLength: 40 },
    )
    .map((parts) => parts.join("")),
  fc
    .array(fc.constantFrom(..."\\^$.*+?()[]{}|/\"'`~!@#%&=<>,;: cat".split("")), { maxLength: 40 })
    .map((parts) => parts.join("")),
);

test("SearchIndex answers any query without throwing, with finite scores and offsets inside the text", () => {
  const index = createFilled();
  fc.assert(
    fc.property(odd, fc.integer({ min: 0, max: 3 }), (query, limit) => {
      for (const hits of [index.keyword(query, { limit }), index.suggest(query, { limit })]) {
        expect(hits.length).toBeLessThanOrEqual(limit);
        for (const { score } of hits) expect(score).toBeGreaterThan(0);
      }
      for (const { weight } of index.terms(query)) expect(Number.isFinite(weight)).toBe(true);
      for (const [start, end] of index.highlight(query, query)) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(query.length);
      }
    }),
    { numRuns: 1_000 },
  );
});

describe("A query without terms", () => {
  test.each([
    ["nothing", ""],
    ["spaces", " \t\n"],
    ["emoji", "😀🎉👩‍👩‍👧"],
    ["stop words", "what is the of and"],
    ["signs of a regular expression", "(.*)[^$]+?\\"],
    ["a lone surrogate", "\ud83d"],
    ["words no document has", "xylophone quartz"],
  ])("of %s has no answer", (_, query) => {
    const index = createFilled();
    expect(index.keyword(query, { limit: 5 })).toEqual([]);
    expect(index.suggest(query, { limit: 5 })).toEqual([]);
  });
});

test("keyword() finds the term among 10,000 characters", () => {
  const index = createFilled();
  const query = `${Array.from({ length: 1_500 }, (_, at) => `word${at}`).join(" ")} cat`;
  expect(query.length).toBeGreaterThan(10_000);
  expect(index.keyword(query, { limit: 5 })).toHaveLength(1);
  expect(index.suggest(query, { limit: 5 })).toHaveLength(1);
});

test("vector() of the zero vector is no error", () => {
  expect(createFilled().vector(new Float32Array(2), { limit: 3 })).toHaveLength(3);
});

test("keyword(), suggest() and vector() of an empty index find nothing", () => {
  const { index } = createFakeIndexStore().open();
  expect(index.keyword("cat", { limit: 5 })).toEqual([]);
  expect(index.suggest("cat", { limit: 5 })).toEqual([]);
  expect(index.vector(new Float32Array([1, 0]), { limit: 5 })).toEqual([]);
});
