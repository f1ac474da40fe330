import { expect, test } from "vitest";
import type { Answerer } from "../answer/answerer";
import type { Citation } from "../model/answer";
import type { Passage } from "../model/passage";
import type { Retriever } from "../retrieve/retriever";
import { createFakeRetriever } from "../testing/fakes/fake-retriever";
import { documentFixture } from "../testing/fixtures";
import { evaluateConversations } from "./evaluate-conversations";
import type { CorpusRetriever } from "./index-corpus";
import { parseConversations } from "./parse-conversations";

const texts: Record<string, string> = {
  leave: "Parental leave takes sixteen weeks in Germany",
  keys: "Leave the keys in Germany",
};
const passages = Object.entries(texts).map(([itemId, text], at): Passage => {
  const document = documentFixture({ itemId, text, documentId: at + 1 });
  return { document, chunk: document.chunks[0]!, score: 1, keywordScore: 1 };
});

/** Ranks by the number of words of the question. */
function retrieverOver(all: readonly Passage[]): CorpusRetriever {
  const fake = createFakeRetriever(all);
  return {
    ...fake,
    retrieve: async (question, options) => {
      const shared = ({ document }: Passage) => fake.highlight(question, document.text).length;
      const ranked = [...all].reverse().sort((a, b) => shared(b) - shared(a));
      return { ...(await fake.retrieve(question, options)), passages: ranked };
    },
    without: (gone) => retrieverOver(all.filter(({ document }) => !gone.has(document.itemId))),
  };
}
const retriever = retrieverOver(passages);

/** Quotes the best passage, and refuses questions about keys. */
function answererOf(from: Retriever): Answerer {
  return {
    async *answer(question) {
      const [best] = (await from.retrieve(question, { limit: 1 })).passages;
      const found = best?.document.itemId === "leave";
      const citations = found
        ? [{ itemId: "leave", quote: `${best.document.text} and cats` } as Citation]
        : [];
      const timings = { embed: 0, search: 0, compose: 0, firstToken: 0, total: 0 };
      yield { type: "done", answer: { question, text: "", citations, found, timings } };
    },
  };
}

const evidenceOf = async (question: string, from: Retriever) =>
  (await from.retrieve(question)).passages.length;

test("evaluateConversations() compares a follow-up with its rewritten form, and counts quotes and refusals", async () => {
  const conversations = parseConversations(
    `${JSON.stringify({
      _id: "1",
      turns: [
        { speaker: "user", text: "parental leave" },
        { speaker: "agent", text: "Sixteen weeks" },
        { speaker: "user", text: "and in Germany?" },
      ],
    })}\n`,
  );
  const queries = [
    { id: "1", text: "and in Germany?", grades: new Map([["leave", 1]]) },
    { id: "2", text: "keys", grades: new Map([["keys", 1]]) },
  ];
  const textOf = (id: string) => texts[id] ?? "";
  const rates = await evaluateConversations(queries, conversations, {
    retriever,
    answererOf,
    evidenceOf,
    textOf,
  });
  expect(rates).toMatchObject({ followUps: 1, rewritten: { ndcg10: 1, recall10: 1 }, answered: 0.5 });
  expect(rates.alone.ndcg10).toBeLessThan(1);
  expect(rates.overlap).toBeGreaterThan(0.5);
  expect(rates.overlap).toBeLessThan(1);
  // Without "leave" nothing is found; without "keys" the other passage is quoted, which is wrong.
  expect(rates.refused).toBe(0.5);
  // Two passages with the references, one without them.
  expect(rates.curve.auc).toBe(1);
});

test("a first question that is mistaken for a follow-up lowers the ranking after a switch", async () => {
  const textOf = (id: string) => texts[id] ?? "";
  const ask = async (text: string) => {
    const queries = [
      { id: "1", text: "parental leave", grades: new Map([["leave", 1]]) },
      { id: "2", text, grades: new Map([["keys", 1]]) },
    ];
    const rates = await evaluateConversations(queries, new Map(), {
      retriever,
      answererOf,
      evidenceOf,
      textOf,
    });
    return rates.switched;
  };
  expect(await ask("keys")).toEqual({
    questions: 2,
    alone: { ndcg10: 1, recall10: 1 },
    rewritten: { ndcg10: 1, recall10: 1 },
  });
  expect((await ask("and?")).rewritten.ndcg10).toBeLessThan(1);
});

test("parseConversations() names the line it cannot read", () => {
  expect(() => parseConversations('{"_id":"1","turns":[]}\n{"_id":2}')).toThrow(
    "Cannot read conversations.jsonl: line 2 is not a valid entry",
  );
});
