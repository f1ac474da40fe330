import { describe, expect, test } from "vitest";
import { english } from "../language/english/english";
import type { Answer, AnswerEvent } from "../model/answer";
import type { Document } from "../model/document";
import type { Passage } from "../model/passage";
import { createFakeRetriever } from "../testing/fakes/fake-retriever";
import { wordEmbedder } from "../testing/fakes/word-embedder";
import { documentFixture } from "../testing/fixtures";
import { createAnswerer } from "./create-answerer";

function passageOf(document: Document, score = 1): Passage {
  return { document, chunk: document.chunks[0]!, score, keywordScore: 5, vectorScore: 0.5 };
}

function markdown(documentId: number, text: string, fields: Partial<Document> = {}): Passage {
  return passageOf(
    documentFixture({ documentId, itemId: `item-${documentId}`, text, format: "markdown", ...fields }),
  );
}

function createFixture(passages: readonly Passage[]) {
  const retriever = createFakeRetriever(passages);
  let time = 0;
  let pauses = 0;
  const answerer = createAnswerer({
    retriever,
    embedder: wordEmbedder,
    language: english,
    clock: { now: () => time++ },
    yieldToOthers: async () => {
      pauses++;
    },
    scopePhrase: "in your sources",
    sourceLabel: (sourceId) => `Label of ${sourceId}`,
    readerUrl: "atlas:reader",
  });
  return { answerer, retriever, pauses: () => pauses };
}

async function events(passages: readonly Passage[], question: string): Promise<readonly AnswerEvent[]> {
  const all: AnswerEvent[] = [];
  for await (const event of createFixture(passages).answerer.answer(question)) all.push(event);
  return all;
}

async function ask(passages: readonly Passage[], question: string): Promise<Answer> {
  const last = (await events(passages, question)).at(-1);
  if (last?.type !== "done") throw new Error("The answer did not end");
  return last.answer;
}

const travel = markdown(
  1,
  "# Travel\n\nTrains are booked in second class. Flights need approval by the [office manager](x). Hotels may cost 150 euros.",
);

describe("answer()", () => {
  test("quotes the sentence that answers, verbatim, and shows it without markup", async () => {
    const { text, citations, found } = await ask([travel], "Who gives approval for flights?");
    expect(found).toBe(true);
    expect(text).toBe("Flights need approval by the office manager. [1]");
    const [citation] = citations;
    expect(citation).toMatchObject({
      n: 1,
      quote: "Flights need approval by the [office manager](x).",
      source: "Label of notes",
      updatedAt: "1970-01-01T00:00:00.000Z",
    });
    expect(travel.document.text.slice(citation!.start, citation!.end)).toBe(citation!.quote);
  });

  test("highlights the quote in the passage around it", async () => {
    const { citations } = await ask([travel], "Who gives approval for flights?");
    const { text, highlights } = citations[0]!.passage;
    expect(highlights.map(([start, end]) => text.slice(start, end))).toEqual([
      "Flights need approval by the office manager.",
    ]);
    expect(text).toContain("Hotels may cost 150 euros.");
  });

  test("yields each citation before the text that uses it, then the whole answer", async () => {
    const other = markdown(2, "Approval of flights takes three days.");
    const all = await events([travel, other], "approval flights");
    expect(all.map(({ type }) => type)).toEqual(["citation", "text", "citation", "text", "done"]);
    const deltas = all.flatMap((event) => (event.type === "text" ? [event.delta] : []));
    const done = all.at(-1);
    expect(done?.type === "done" && done.answer.text).toBe(deltas.join(""));
    for (const [position, delta] of deltas.entries()) expect(delta).toContain(`[${position + 1}]`);
  });

  test("quotes several documents, each in its own paragraph", async () => {
    const other = markdown(2, "Approval of flights takes three days.");
    const { text } = await ask([travel, other], "approval flights");
    expect(text.split("\n\n")).toHaveLength(2);
  });

  test("takes the value that is missing from no other section", async () => {
    const events = markdown(
      1,
      "# Quay concert\n\nWhere: Old lighthouse, Seaham\n\n# Crew meeting\n\nWhen: Tuesday, 6 January 2026, 08:30",
    );
    const { text } = await ask([events], "When is the quay concert and where?");
    expect(text).not.toContain("6 January");
  });

  test("says the same thing once", async () => {
    const copy = markdown(2, "Flights need approval by the office manager!");
    const { citations } = await ask([travel, copy], "Who gives approval for flights?");
    expect(citations).toHaveLength(1);
  });

  test("quotes the sentence before too when the answer depends on it", async () => {
    const passage = markdown(
      1,
      "The lid is made of steel. It opens upwards when pressed. Nothing else matters here.",
    );
    const { citations } = await ask([passage], "opens upwards pressed");
    expect(citations[0]!.quote).toBe("The lid is made of steel. It opens upwards when pressed.");
  });

  test("shows a command with the line that introduces it", async () => {
    const passage = markdown(
      1,
      "# Tool\n\nInstall the tool with npm:\n\n```sh\nnpm install tool\n```\n\nThe tool is nice.",
    );
    const { text } = await ask([passage], "How do I install the tool?");
    expect(text).toContain("Install the tool with npm:\n\n```sh\nnpm install tool\n```\n\n[1]");
  });

  test("quotes code only when the question asks how, or for code", async () => {
    const passage = markdown(1, "# Tool\n\nThe tool prints colours.\n\n```sh\ntool --colours\n```\n");
    expect((await ask([passage], "How does the tool print colours?")).text).toContain("tool --colours");
    expect((await ask([passage], "What does the tool print?")).text).toBe("The tool prints colours. [1]");
  });

  test("quotes no link and no question of a source", async () => {
    const passage = markdown(
      1,
      "Who approves flights?\n\n## Links\n\nFlights approval: https://flights.example/approval\n\nThe manager approves flights.",
    );
    const { text } = await ask([passage], "Who approves flights?");
    expect(text).toBe("The manager approves flights. [1]");
  });

  test("adds nothing of another document that shares a single word with the question", async () => {
    const other = markdown(2, "Office plants need water.");
    const { citations } = await ask([travel, other], "Which flights need approval by the office manager?");
    expect(citations.map(({ itemId }) => itemId)).toEqual(["item-1"]);
  });

  test("quotes one statement, not four, when the best has almost no word of the question", async () => {
    const passage = markdown(1, "Flights are nice. Flights are long. Flights are loud things.");
    const close = { ...passage, vectorScore: 1 };
    const question = "Which flights cost nothing during heavy snow storms?";
    expect(
      (await ask([{ ...close, document: { ...close.document, title: question } }], question)).citations,
    ).toHaveLength(1);
  });

  test("ranks documents lower that never name the subject of the question", async () => {
    const dexie = markdown(1, "Queries are live. It has a licence to please.", { title: "Dexie" });
    const other = markdown(2, "The licence of this package is free.", { title: "Sharp" });
    const near = [other, dexie].map((passage) => ({ ...passage, vectorScore: 0.7 }));
    const { citations } = await ask(near, "Does dexie have a licence?");
    expect(citations[0]!.itemId).toBe("item-1");
  });

  test("never reads a marker of the source as its own citation", async () => {
    const { text } = await ask(
      [markdown(1, "Flights need approval, see [7] for details.")],
      "approval flights",
    );
    expect(text).toBe("Flights need approval, see \\[7\\] for details. [1]");
  });

  test("cites the page of a PDF", async () => {
    const text = "First page talks.\nFlights need approval.";
    const pdf = passageOf(
      documentFixture({ text, format: "plain", pages: [0, 18], url: "https://example.com/a.pdf" }),
    );
    const { citations } = await ask([pdf], "flights approval");
    expect(citations[0]).toMatchObject({ page: 2, url: "https://example.com/a.pdf#page=2" });
  });

  test("answers that nothing was found, without citations", async () => {
    const weak = { ...travel, vectorScore: 0.1 };
    const all = await events([weak], "Which vaccination does Kenya require?");
    expect(all.map(({ type }) => type)).toEqual(["text", "done"]);
    expect(all.at(-1)).toMatchObject({
      answer: {
        found: false,
        citations: [],
        text: expect.stringMatching(
          /^Nothing in your sources answers this\. These words do not occur there: /,
        ),
      },
    });
  });

  test("finds nothing for a question without words", async () => {
    expect(await ask([], "  ?! ")).toMatchObject({
      found: false,
      text: "Nothing in your sources answers this.",
    });
  });

  test("passes the filter on and reports the timings", async () => {
    const { answerer, retriever } = createFixture([travel]);
    const filter = { types: ["file"] as const };
    let answer: Answer | undefined;
    for await (const event of answerer.answer("approval flights", { filter })) {
      if (event.type === "done") answer = event.answer;
    }
    expect(retriever.asked[0]).toMatchObject({ filter });
    const { embed, search, compose, firstToken, total } = answer!.timings;
    expect([embed, search]).toEqual([1, 2]);
    expect(compose).toBeGreaterThan(0);
    expect(firstToken).toBeGreaterThan(0);
    expect(total).toBeGreaterThan(firstToken);
  });

  test("yields to other work between sentences", async () => {
    const { answerer, pauses } = createFixture([
      travel,
      markdown(2, "Approval of flights takes three days."),
    ]);
    const before: number[] = [];
    for await (const event of answerer.answer("approval flights")) {
      if (event.type === "text") before.push(pauses());
    }
    expect(before).toEqual([0, 1]);
  });

  test("stops when it is aborted between two sentences", async () => {
    const { answerer } = createFixture([travel, markdown(2, "Approval of flights takes three days.")]);
    const stop = new AbortController();
    const seen: string[] = [];
    const asking = async () => {
      for await (const event of answerer.answer("approval flights", { signal: stop.signal })) {
        seen.push(event.type);
        if (event.type === "text") stop.abort();
      }
    };
    await expect(asking()).rejects.toThrow(/abort/i);
    expect(seen).toEqual(["citation", "text"]);
  });

  test("quotes both sides of a contradiction, what holds first, and marks what does not", async () => {
    const old = markdown(1, "# Fees 1968\n\nThe mooring fee is 40 euros a night.", { title: "Fees 1968" });
    const current = markdown(
      2,
      "# Fees 1969\n\nValid from 1 January 1969. Replaces the fees of 1968.\n\nThe mooring fee is 45 euros a night.",
      { title: "Fees 1969" },
    );
    const { text, citations, conflicts } = await ask([old, current], "How much is the mooring fee a night?");
    expect(text).toBe(
      "The mooring fee is 45 euros a night. [1]\n\nThe mooring fee is 40 euros a night. (replaced on 1 January 1969) [2]",
    );
    expect(citations.map(({ status }) => status)).toEqual([undefined, "superseded"]);
    expect(conflicts).toEqual([
      {
        newer: 1,
        older: 2,
        text: "Fees 1969 (from 1 January 1969) says “The mooring fee is 45 euros a night.” [1]; Fees 1968 (1968) says “The mooring fee is 40 euros a night.” [2]",
      },
    ]);
  });

  test("answers from the version that the question names, without a contradiction", async () => {
    const old = markdown(1, "# Fees 1968\n\nThe mooring fee is 40 euros a night.", { title: "Fees 1968" });
    const current = markdown(2, "# Fees 1969\n\nThe mooring fee is 45 euros a night.", {
      title: "Fees 1969",
    });
    const { text, conflicts } = await ask([current, old], "How much was the mooring fee a night in 1968?");
    expect(text).toBe("The mooring fee is 40 euros a night. [1]");
    expect(conflicts).toBeUndefined();
  });
});
