import { expect, test } from "vitest";
import type { Retriever } from "../retrieve/retriever";
import { createFakeClock } from "../testing/fakes/fake-clock";
import { documentFixture } from "../testing/fixtures";
import { evaluateDataset } from "./evaluate-dataset";

test("evaluateDataset() averages over the queries and returns the queries per second", async () => {
  const clock = createFakeClock();
  const rankings: Record<string, readonly string[]> = { first: ["a", "b"], second: ["x", "b"] };
  const retriever: Pick<Retriever, "retrieve"> = {
    retrieve: async (question) => {
      clock.advance(50);
      const passages = (rankings[question] ?? []).map((itemId) => {
        const document = documentFixture({ itemId });
        return { document, chunk: document.chunks[0]!, score: 1, keywordScore: 1 };
      });
      return { passages, terms: [], timings: { embed: 0, search: 0 } };
    },
  };
  const queries = [
    { id: "1", text: "first", grades: new Map([["a", 1]]) },
    { id: "2", text: "second", grades: new Map([["b", 1]]) },
  ];
  const evaluation = await evaluateDataset(queries, retriever as Retriever, { mode: "hybrid", clock });
  expect(evaluation.ndcg10).toBeCloseTo((1 + 1 / Math.log2(3)) / 2);
  expect(evaluation.recall100).toBe(1);
  expect(evaluation.mrr10).toBeCloseTo(0.75);
  expect(evaluation.queriesPerSecond).toBeCloseTo(20);
});
