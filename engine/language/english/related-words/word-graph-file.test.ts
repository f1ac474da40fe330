import fc from "fast-check";
import { expect, test } from "vitest";
import { type Lists, listOf, SHARES, unpackDerivation } from "./word-graph";
import { type ConceptDraft, formatWordGraph, parseWordGraph } from "./word-graph-file";

const LEMMAS = ["animal", "beast", "dog", "puppy"];

const before = (count: number, at: number) =>
  at === 0 ? fc.constant([]) : fc.uniqueArray(fc.nat(at - 1), { maxLength: Math.min(count, at) });

const conceptAt = (at: number): fc.Arbitrary<ConceptDraft> =>
  fc.record({
    partOfSpeech: fc.constantFrom("n", "v", "a", "r"),
    reach: fc.nat(7),
    members: fc.uniqueArray(fc.record({ lemma: fc.nat(3), share: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
      selector: ({ lemma }) => lemma,
    }),
    above: before(3, at),
    derivations: before(2, at).map((others) => others.map((concept) => ({ concept, from: 1, to: 15 }))),
    attributes: before(2, at),
    akin: before(2, at),
  });

const graphs = fc.tuple(...Array.from({ length: 6 }, (_, at) => conceptAt(at)));

const sorted = (lists: Lists, at: number) => [...listOf(lists, at)].sort((a, b) => a - b);
const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

test("parseWordGraph() reads what formatWordGraph() writes", () => {
  fc.assert(
    fc.property(graphs, (concepts) => {
      const graph = parseWordGraph(formatWordGraph({ lemmas: LEMMAS, concepts, opposites: [[0, 3]] }));
      expect(graph.lemmas).toEqual(LEMMAS);
      for (const [at, { members, reach, above, derivations }] of concepts.entries()) {
        expect([...listOf(graph.members, at)]).toEqual(
          members.map(({ lemma, share }) => lemma * SHARES + share),
        );
        expect(graph.reaches[at]).toBe(reach);
        expect(sorted(graph.above, at)).toEqual(ascending(above));
        const own = [...listOf(graph.derivations, at)].map(unpackDerivation);
        expect(own.filter(({ concept }) => concept < at)).toEqual(derivations);
      }
    }),
  );
});

test("parseWordGraph() has each relation in both directions", () => {
  fc.assert(
    fc.property(graphs, (concepts) => {
      const graph = parseWordGraph(formatWordGraph({ lemmas: LEMMAS, concepts, opposites: [[0, 3]] }));
      for (const [at, { attributes, akin, above }] of concepts.entries()) {
        for (const other of above) expect([...listOf(graph.below, other)]).toContain(at);
        for (const other of attributes) expect([...listOf(graph.attributes, other)]).toContain(at);
        for (const other of akin) expect([...listOf(graph.akin, other)]).toContain(at);
      }
      expect([...listOf(graph.opposites, 0)]).toEqual([3]);
      expect([...listOf(graph.opposites, 3)]).toEqual([0]);
    }),
  );
});
