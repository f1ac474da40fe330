import { expect, test } from "vitest";
import { createFakeIndexStore } from "./testing/fake-index-store";
import { makeDocument } from "./testing/make-document";

function createFilled() {
  const store = createFakeIndexStore();
  const { index } = store.open();
  const [a = 0, b = 0] = index.allocateIds(2);
  const change = index.prepare({
    add: [makeDocument(a, "A cat sat on the mat"), makeDocument(b, "Dogs bark", { sourceId: "mail" })],
    remove: [],
  });
  store.commit(index, change);
  return { store, index, a, b };
}

test("keyword() finds a document only once its change is applied", () => {
  const store = createFakeIndexStore();
  const { index } = store.open();
  const [id = 0] = index.allocateIds(1);
  const change = index.prepare({ add: [makeDocument(id, "A cat sat")], remove: [] });
  expect(index.keyword("cats", { limit: 10 })).toEqual([]);
  index.apply(change);
  expect(index.keyword("cats", { limit: 10 }).map((hit) => hit.documentId)).toEqual([id]);
});

test("openSearchIndex() gives the same results after a restart", () => {
  const { store, index, b } = createFilled();
  const opened = store.open();
  expect(opened).toMatchObject({ rebuild: "none", problems: [] });
  expect(opened.index.keyword("dog", { limit: 10 })).toEqual(index.keyword("dog", { limit: 10 }));
  expect(opened.index.allocateIds(1)).toEqual([b + 1]);
});

test("prepare() removes a document from both scans", () => {
  const { index, a, b } = createFilled();
  index.apply(index.prepare({ add: [], remove: [a] }));
  expect(index.keyword("cat", { limit: 10 })).toEqual([]);
  expect(index.vector(new Float32Array([1, 1]), { limit: 10 }).map((hit) => hit.documentId)).toEqual([b]);
});

test("keyword() and vector() apply the filter", () => {
  const { index, b } = createFilled();
  const options = { limit: 10, filter: { sourceIds: ["mail"] } };
  expect(index.keyword("cat bark", options).map((hit) => hit.documentId)).toEqual([b]);
  expect(index.vector(new Float32Array([1, 1]), options).map((hit) => hit.documentId)).toEqual([b]);
});

test("openSearchIndex() names a damaged segment and returns its documents", () => {
  const { store, a, b } = createFilled();
  for (const { buffers } of store.segments.values()) new Uint8Array(Object.values(buffers)[0]!)[3]! ^= 1;
  const opened = store.open();
  expect(opened.rebuild).toEqual([a, b]);
  expect(opened.problems).toHaveLength(1);
  expect(opened.index.stats().chunks).toBe(0);
});

test("openSearchIndex() returns all documents for indexing when the embedder changed", () => {
  const { store, b } = createFilled();
  const opened = store.open({ embedderId: "other" });
  expect(opened.rebuild).toBe("all");
  expect(opened.index.allocateIds(1)).toEqual([b + 1]);
});

test("terms() gives a stop word no weight", () => {
  const { index } = createFilled();
  expect(index.terms("the cats").map(({ term, weight }) => [term, weight > 0])).toEqual([
    ["the", false],
    ["cat", true],
  ]);
});

test("highlight() returns the stretches of the text that match", () => {
  const { index } = createFilled();
  const text = "The cat and other cats";
  expect(index.highlight("a cat", text).map(([start, end]) => text.slice(start, end))).toEqual([
    "cat",
    "cats",
  ]);
});

test("names() lists authors and parts of container paths once each, whatever the order of commits", () => {
  const { index, a } = createFilled();
  expect(index.names?.()).toEqual({ authors: [], containers: [] });
  const filed = { author: "Ada", container: ["acme", "#launch"] };
  for (const text of ["One", "Two"]) {
    const [id = a] = index.allocateIds(1);
    index.apply(index.prepare({ add: [makeDocument(id, text, filed)], remove: [] }));
  }
  expect(index.names?.()).toEqual({ authors: ["Ada"], containers: ["acme", "#launch"] });
});
