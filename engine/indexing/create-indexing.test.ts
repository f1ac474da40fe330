import { describe, expect, test } from "vitest";
import { QuotaError } from "../errors/quota-error";
import type { SourceDocument } from "../model/source-document";
import type { Store } from "../store/store";
import { createFakeClock } from "../testing/fakes/fake-clock";
import {
  BUGGY,
  fakeChunkText,
  fakeContextualText,
  fakeConvert,
  fakeEmbedder,
  SKIPPED,
  UNREADABLE,
} from "../testing/fakes/fake-conversion";
import { type MemoryIndex, openMemoryIndex } from "../testing/fakes/memory-index";
import { pullPageFixture, sourceDocumentFixture, sourceFixture } from "../testing/fixtures";
import { openTestStore } from "../testing/store/open-test-store";
import { createIndexing, type DrainSummary, type IndexingDeps } from "./create-indexing";

const { signal } = new AbortController();

async function createFixture(
  overrides: (store: Store, index: MemoryIndex) => Partial<IndexingDeps> = () => ({}),
) {
  const clock = createFakeClock();
  const store = openTestStore({ clock });
  await store.addSource(sourceFixture());
  const index = await openMemoryIndex(store);
  const progress: DrainSummary[] = [];
  const indexing = createIndexing({
    store,
    index,
    clock,
    convert: fakeConvert,
    chunkText: fakeChunkText,
    contextualText: fakeContextualText,
    embedder: fakeEmbedder,
    yieldToOthers: async () => {},
    onProgress: (summary) => progress.push(summary),
    ...overrides(store, index),
  });
  const deliver = (...documents: SourceDocument[]) =>
    store.commitPage("notes", pullPageFixture({ documents }));
  const ledger = () => store.ledger("notes", { offset: 0, limit: 100 });
  return { clock, store, index, indexing, progress, deliver, ledger };
}

function textDocument(id: string, text: string): SourceDocument {
  return sourceDocumentFixture({ id, title: id, text, version: text });
}

describe("drain()", () => {
  test("makes text, chunks and index entry of a document under one id", async () => {
    const { store, index, indexing, deliver } = await createFixture();
    await deliver({ ...textDocument("a", "one two three"), people: ["Ann"], container: ["Box"] });
    expect(await indexing.drain(signal)).toEqual({ indexed: 1, skipped: 0, failed: 0 });
    const document = await store.documentOf("notes", "a");
    expect(document).toMatchObject({
      documentId: 1,
      text: "one two three",
      people: ["Ann"],
      container: ["Box"],
    });
    expect(document?.chunks.map(({ start, end }) => [start, end])).toEqual([
      [0, 10],
      [10, 13],
    ]);
    expect(index.live()).toMatchObject([
      {
        documentId: 1,
        sourceId: "notes",
        container: ["Box"],
        chunks: [
          { text: "one two th", vector: [12, 1] },
          { text: "ree", vector: [5, 1] },
        ],
      },
    ]);
  });

  test("records a failed document in the ledger, and continues", async () => {
    const { indexing, deliver, ledger } = await createFixture();
    const texts = [SKIPPED, "good", UNREADABLE, BUGGY, "good"];
    await deliver(...texts.map((text, at) => textDocument(`${at}`, text)), textDocument("9", ""));
    expect(await indexing.drain(signal)).toEqual({ indexed: 2, skipped: 2, failed: 2 });
    expect((await ledger()).map(({ status, code, reason }) => [status, code, reason])).toEqual([
      ["skipped", "skip-item", "The file is empty"],
      ["indexed", undefined, undefined],
      ["failed", "read-item", "The file needs a password"],
      ["failed", "bug", 'Cannot index "3": x is undefined'],
      ["indexed", undefined, undefined],
      ["skipped", "skip-item", "There is no text in it"],
    ]);
  });

  test("removes the older version when the new one cannot be read", async () => {
    const { store, index, indexing, deliver } = await createFixture();
    await deliver(textDocument("a", "good"));
    await indexing.drain(signal);
    await deliver(textDocument("a", UNREADABLE));
    await indexing.drain(signal);
    expect(await store.documentOf("notes", "a")).toBeUndefined();
    expect(index.live()).toEqual([]);
  });

  test("isolates a document the index cannot take", async () => {
    const { index, indexing, deliver, ledger } = await createFixture((_, real) => ({
      index: {
        ...real,
        prepare: (batch) => {
          if (batch.add.some(({ title }) => title === "b")) throw new RangeError("Too long");
          return real.prepare(batch);
        },
      },
    }));
    await deliver(textDocument("a", "1"), textDocument("b", "2"), textDocument("c", "3"));
    expect(await indexing.drain(signal)).toEqual({ indexed: 2, skipped: 0, failed: 1 });
    expect((await ledger())[1]).toMatchObject({ status: "failed", reason: 'Cannot index "b": Too long' });
    expect(index.live().map(({ title }) => title)).toEqual(["a", "c"]);
  });

  test("keeps what conversion says is missing", async () => {
    const { indexing, deliver, ledger } = await createFixture(() => ({
      convert: async () => ({ text: "Body", format: "plain", title: "Better", note: "Page 2 is a picture" }),
    }));
    const content = { kind: "text", mediaType: "text/plain", text: "", note: "Cut short" } as const;
    await deliver({ ...textDocument("a", ""), content });
    await indexing.drain(signal);
    expect(await ledger()).toMatchObject([
      { status: "indexed", title: "Better", reason: "Page 2 is a picture" },
    ]);
  });

  test("applies updates, deletions and the removal of a source", async () => {
    const { store, index, indexing, deliver } = await createFixture();
    await deliver(textDocument("a", "1"), textDocument("b", "2"), textDocument("c", "3"));
    await indexing.drain(signal);
    await deliver(textDocument("a", "new"));
    await store.commitPage("notes", pullPageFixture({ deletions: ["b"] }));
    await indexing.drain(signal);
    expect(index.live().map(({ chunks }) => chunks[0]?.text)).toEqual(["3", "new"]);
    await store.removeSource("notes");
    expect(await indexing.drain(signal)).toEqual({ indexed: 0, skipped: 0, failed: 0 });
    expect(index.live()).toEqual([]);
    expect(await store.backlog()).toEqual({ entries: 0, bytes: 0 });
  });

  test("rebuilds index entries from the stored text", async () => {
    const { store, index, indexing, deliver } = await createFixture();
    await deliver(textDocument("a", "1"), textDocument("b", "2"));
    await indexing.drain(signal);
    await store.enqueueReindex();
    expect(await indexing.drain(signal)).toEqual({ indexed: 2, skipped: 0, failed: 0 });
    expect(index.live().map(({ documentId, title }) => [documentId, title])).toEqual([
      [3, "a"],
      [4, "b"],
    ]);
    expect(await store.documentOf("notes", "a")).toMatchObject({ documentId: 3, text: "1" });
  });

  test("repeats the batch when an entry was replaced meanwhile", async () => {
    let interrupt: (() => Promise<void>) | undefined;
    const { index, indexing, deliver } = await createFixture(() => ({
      convert: async (document) => {
        await interrupt?.();
        return fakeConvert(document);
      },
    }));
    await deliver(textDocument("a", "old"), textDocument("b", "2"));
    interrupt = async () => {
      interrupt = undefined;
      await deliver(textDocument("a", "new"));
    };
    expect(await indexing.drain(signal)).toEqual({ indexed: 2, skipped: 0, failed: 0 });
    expect(
      index
        .live()
        .map(({ chunks }) => chunks[0]?.text)
        .sort(),
    ).toEqual(["2", "new"]);
  });

  test("commits about every 300 ms of work and pauses about every frame and before each commit", async () => {
    let pauses = 0;
    const { indexing, deliver, progress, clock } = await createFixture(() => ({
      convert: async (document) => {
        clock.advance(100);
        return fakeConvert(document);
      },
      yieldToOthers: async () => {
        pauses++;
      },
    }));
    await deliver(...Array.from({ length: 7 }, (_, at) => textDocument(`${at}`, "text")));
    await indexing.drain(signal);
    expect(progress.map(({ indexed }) => indexed)).toEqual([3, 6, 7]);
    expect(pauses).toBe(7 + 3);
  });

  test("merges segments at its end", async () => {
    const { index, indexing, deliver, store } = await createFixture();
    for (let at = 0; at < 5; at++) {
      await deliver(textDocument(`${at}`, "text"));
      await indexing.drain(signal);
    }
    expect(index.stats()).toMatchObject({ documents: 5, segments: 2 });
    expect((await openMemoryIndex(store)).live()).toEqual(index.live());
  });

  test("continues a merge of several steps, with pauses between them", async () => {
    let steps = 0;
    let pauses = 0;
    const { indexing, deliver } = await createFixture((_, real) => ({
      index: {
        ...real,
        get merging() {
          return steps % 3 !== 0;
        },
        prepareMerge: () => (++steps === 3 ? real.prepareMerge() : undefined),
      },
      yieldToOthers: async () => {
        pauses++;
      },
    }));
    await deliver(textDocument("a", "1"));
    await indexing.drain(signal);
    expect([steps, pauses]).toEqual([3, 1 + 2]);
  });

  test("rejects when the store is full, and indexes the rest later", async () => {
    let full = true;
    const { indexing, deliver, index } = await createFixture((store) => ({
      store: {
        ...store,
        commitIndexed: (batch) => (full ? Promise.reject(new QuotaError()) : store.commitIndexed(batch)),
      },
    }));
    await deliver(textDocument("a", "1"));
    await expect(indexing.drain(signal)).rejects.toMatchObject({ code: "quota" });
    expect(index.live()).toEqual([]);
    full = false;
    expect(await indexing.drain(signal)).toEqual({ indexed: 1, skipped: 0, failed: 0 });
  });

  test("stops on abort and leaves the rest in the outbox", async () => {
    const controller = new AbortController();
    const { indexing, deliver, store } = await createFixture(() => ({
      convert: async () => {
        controller.abort();
        throw new DOMException("Stopped", "AbortError");
      },
    }));
    await deliver(textDocument("a", "1"));
    await expect(indexing.drain(controller.signal)).rejects.toThrow();
    expect(await store.counts("notes")).toMatchObject({ pending: 1, failed: 0 });
  });

  test("processes every entry once when called twice at once", async () => {
    const { indexing, deliver, index } = await createFixture();
    await deliver(textDocument("a", "1"), textDocument("b", "2"));
    const summaries = await Promise.all([indexing.drain(signal), indexing.drain(signal)]);
    expect(summaries.map(({ indexed }) => indexed)).toEqual([2, 0]);
    expect(index.live()).toHaveLength(2);
  });
});
