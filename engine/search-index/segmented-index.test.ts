import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { ChunkHit } from "../model/hit";
import type { OpenSearchIndexOptions } from "./open-search-index";
import type { IndexDocument, ScanOptions, SearchIndex } from "./search-index";
import { compiledKernel } from "./testing/compiled-kernel";
import { createFakeIndexStore } from "./testing/fake-index-store";
import { ReferenceIndex } from "./testing/reference-index";

const DIMENSIONS = 20;
const WORDS = ["cat", "cats", "dog", "the", "mat", "getUserById", "PROJ-123", "東京タワー", "naïve", "zebra"];

const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(" "));
const vector = fc
  .array(fc.integer({ min: -50, max: 50 }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .map((values) => Float32Array.from(values, (value) => value / Math.max(1, Math.hypot(...values))));
const body = fc.record({
  sourceId: fc.constantFrom("mail", "files"),
  type: fc.constantFrom("mail" as const, "file" as const),
  title: text,
  author: fc.constantFrom("Ada", "Grace"),
  container: fc.constantFrom(["a"], ["a", "b"], []),
  updatedAt: fc.integer({ min: 0, max: 9 }),
  chunks: fc.array(fc.record({ headings: fc.array(text, { maxLength: 2 }), text, vector }), { maxLength: 4 }),
});
const filter = fc.option(
  fc.record(
    {
      sourceIds: fc.constantFrom(["mail"], ["mail", "files"], []),
      types: fc.constant(["file" as const]),
      authors: fc.constantFrom(["Ada"], ["Nobody"]),
      containers: fc.constantFrom(["b"], ["a"]),
      updatedAfter: fc.integer({ min: 0, max: 9 }),
      updatedBefore: fc.integer({ min: 0, max: 9 }),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined },
);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("write" as const),
      add: fc.array(body, { maxLength: 4 }),
      remove: fc.array(fc.nat(), { maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("merge" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("reopen" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("ask" as const),
      query: text,
      vector,
      filter,
      limit: fc.integer({ min: 1, max: 8 }),
    }),
  },
);

let kernel: WebAssembly.Module;
beforeAll(async () => {
  kernel = await compiledKernel();
});

type Body = typeof body extends fc.Arbitrary<infer T> ? T : never;
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The index and the reference index, after the same steps. */
class Harness {
  readonly reference = new ReferenceIndex();
  readonly store: ReturnType<typeof createFakeIndexStore>;
  index: SearchIndex;

  constructor(options: Partial<OpenSearchIndexOptions>) {
    this.store = createFakeIndexStore({ dimensions: DIMENSIONS, ...options });
    this.index = this.store.open().index;
  }

  take(todo: Step): void {
    if (todo.kind === "write") this.write(todo.add, todo.remove);
    else if (todo.kind === "merge") this.merge();
    else if (todo.kind === "reopen") this.reopen();
    else
      this.ask(todo.query, todo.vector, { limit: todo.limit, ...(todo.filter && { filter: todo.filter }) });
    expect(this.index.stats().documents).toBe(this.reference.documents.size);
  }

  write(bodies: readonly Body[], picks: readonly number[]): void {
    const ids = this.index.allocateIds(bodies.length);
    const add = bodies.map((entry, at): IndexDocument => {
      const chunks = entry.chunks.map((chunk, ordinal) => ({ ...chunk, ordinal }));
      return { ...entry, documentId: ids[at]!, chunks };
    });
    const known = [...this.reference.documents.keys()];
    const remove = picks.flatMap((pick) => known[pick % known.length] ?? []);
    this.store.commit(this.index, this.index.prepare({ add, remove }));
    for (const id of remove) this.reference.documents.delete(id);
    for (const document of add) this.reference.documents.set(document.documentId, document);
  }

  merge(): void {
    const change = this.index.prepareMerge();
    if (change) this.store.commit(this.index, change);
  }

  reopen(): void {
    const opened = this.store.open();
    expect(opened).toMatchObject({ rebuild: "none", problems: [] });
    this.index = opened.index;
  }

  ask(query: string, vector: Float32Array, options: ScanOptions): void {
    expectSame(
      this.index.keyword(query, options),
      (limit) => this.reference.keyword(query, { ...options, limit }),
      options,
    );
    expectSame(
      this.index.vector(vector, options),
      (limit) => this.reference.vector(vector, { ...options, limit }),
      options,
      0.002,
    );
    for (const { term, chunkFrequency } of this.index.terms(query)) {
      if (term !== "the") expect(chunkFrequency).toBe(this.reference.frequency(term));
    }
  }
}

/** Equal but for the order of hits whose scores differ by less than the tolerance. */
function expectSame(
  found: readonly ChunkHit[],
  model: (limit: number) => readonly ChunkHit[],
  { limit }: ScanOptions,
  tolerance = 1e-9,
): void {
  const everything = model(64);
  expect(found.length).toBe(Math.min(limit, everything.length));
  const scores = new Map(everything.map((hit) => [`${hit.documentId}/${hit.ordinal}`, hit.score]));
  for (const [index, hit] of found.entries()) {
    expect(Math.abs(hit.score - everything[index]!.score)).toBeLessThan(tolerance);
    expect(Math.abs(hit.score - scores.get(`${hit.documentId}/${hit.ordinal}`)!)).toBeLessThan(tolerance);
  }
}

test.each(["compiled", "plain"])(
  "SearchIndex with the %s kernel equals the reference after any writes, deletions, merges and restarts",
  (kind) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const rig = new Harness(kind === "compiled" ? { kernel } : {});
        for (const todo of steps) rig.take(todo);
      }),
      { numRuns: 100 },
    );
  },
);
