import { IDBFactory } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import type { AskRequest } from "./contract/ask";
import { createSearch, type Search } from "./create-search";
import type { Generator } from "./llm/generator";
import type { Answer, AnswerEvent } from "./model/answer";
import type { SourceDocument } from "./model/source-document";
import type { Store } from "./store/store";
import { createFakeClock } from "./testing/fakes/fake-clock";
import { createFakeGenerator } from "./testing/fakes/fake-generator";
import { pullPageFixture, sourceDocumentFixture, sourceFixture } from "./testing/fixtures";
import { readSearchFiles } from "./testing/read-search-files";
import { openTestStore } from "./testing/store/open-test-store";

const { signal } = new AbortController();
const READER = "chrome-extension://atlas/tabs/reader.html";
const files = readSearchFiles();

const handbook = sourceDocumentFixture({
  id: "handbook/travel.md",
  title: "Travel",
  url: "https://wiki.example/travel",
  text: "# Travel\n\nBook trains in second class. Expenses above 500 euros need approval by the office manager.\n",
});
const recipe = sourceDocumentFixture({
  id: "recipes/bread.md",
  title: "Bread",
  url: "",
  text: "Sourdough bread rises for twelve hours. Bake it at 230 degrees.",
});

async function createFixture(
  documents: readonly SourceDocument[],
  store: Store = openTestStore(),
  generator?: Generator,
) {
  let changes = 0;
  const clock = createFakeClock();
  const search = await createSearch({
    ...files,
    ...(generator && { generator }),
    store,
    clock,
    readerUrl: READER,
    yieldToOthers: async () => {},
    onChange: () => {
      changes++;
    },
  });
  if (documents.length > 0) {
    await store.addSource(sourceFixture({ id: "notes", label: "My notes" }));
    await store.commitPage("notes", pullPageFixture({ documents }));
    await search.drain(signal);
  }
  return { search, store, clock, changes: () => changes };
}

async function eventsOf(search: Search, request: AskRequest): Promise<readonly AnswerEvent[]> {
  const events: AnswerEvent[] = [];
  for await (const event of search.ask(request, { signal })) events.push(event);
  return events;
}

async function ask(search: Search, question: string, focusId?: string): Promise<Answer> {
  const last = (await eventsOf(search, { question, ...(focusId !== undefined && { focusId }) })).at(-1);
  if (last?.type !== "done") throw new Error("The answer did not end");
  return last.answer;
}

describe("createSearch()", () => {
  test("answers from what was indexed, with a citation that opens the passage", async () => {
    const { search } = await createFixture([handbook, recipe]);
    const answer = await ask(search, "Who must approve expenses above 500 euros?");
    expect(answer.found).toBe(true);
    expect(answer.text).toContain("approval by the office manager. [1]");
    expect(answer.citations[0]).toMatchObject({
      n: 1,
      title: "Travel",
      source: "My notes",
      itemId: handbook.id,
      quote: "Expenses above 500 euros need approval by the office manager.",
      url: "https://wiki.example/travel#:~:text=Expenses%20above%20500%20euros%20need,approval%20by%20the%20office%20manager.&text=approval%20by%20the%20office%20manager.",
    });
  });

  test("leads to the reader for a document without a web address", async () => {
    const { search } = await createFixture([handbook, recipe]);
    const { citations } = await ask(search, "How long does sourdough bread rise?");
    expect(citations[0]!.url).toMatch(/^chrome-extension:.*\?source=notes&item=recipes%2Fbread.md#0-\d+$/);
  });

  test("says plainly that nothing was found", async () => {
    const { search } = await createFixture([handbook, recipe]);
    const answer = await ask(search, "What is the capital of Mongolia?");
    expect(answer).toMatchObject({ found: false, citations: [] });
    expect(answer.text).toBe(
      "Nothing in your sources answers this. These words do not occur there: capital, Mongolia.",
    );
  });

  test("no longer shows a deleted document, even before the index is told", async () => {
    const { search, store } = await createFixture([handbook, recipe]);
    await store.prune("notes", [recipe.id]);
    expect((await ask(search, "Who must approve expenses above 500 euros?")).found).toBe(false);
  });

  test("suggests documents while the query is typed", async () => {
    const { search } = await createFixture([handbook, recipe]);
    expect(await search.suggest("sourd", 5)).toEqual([
      {
        title: "Bread",
        url: expect.stringMatching(/^chrome-extension:/),
        sourceLabel: "My notes",
        snippet: "Sourdough bread rises for twelve hours. Bake it at 230 degrees.",
      },
    ]);
  });

  test("answers after a restart without indexing again", async () => {
    const indexedDB = new IDBFactory();
    const first = openTestStore({ indexedDB });
    await createFixture([handbook], first);
    first.close();
    const { search, changes } = await createFixture([], openTestStore({ indexedDB }));
    expect((await ask(search, "Who must approve expenses above 500 euros?")).found).toBe(true);
    expect(changes()).toBe(0);
  });

  test("lets indexing wait while a question is being answered", async () => {
    const { search, store } = await createFixture([handbook]);
    await store.commitPage("notes", pullPageFixture({ documents: [recipe] }));
    const asking = search.ask({ question: "Who must approve expenses?" }, { signal });
    const answer = asking[Symbol.asyncIterator]();
    await answer.next();
    const drained = search.drain(signal);
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setTimeout(resolve));
    expect((await search.status()).stats.documents).toBe(1);
    await answer.return?.();
    await drained;
    expect((await search.status()).stats.documents).toBe(2);
  });

  test("goes on after everything was removed", async () => {
    const { search, store } = await createFixture([handbook]);
    await store.clear();
    await search.drain(signal);
    expect((await search.status()).stats.documents).toBe(0);
    await store.addSource(sourceFixture());
    await store.commitPage("notes", pullPageFixture({ documents: [recipe] }));
    await search.drain(signal);
    expect((await ask(search, "How long does sourdough bread rise?")).found).toBe(true);
  });

  test("opens the index again when the store was cleared unnoticed", async () => {
    const { search, store } = await createFixture([handbook]);
    await store.clear();
    await store.addSource(sourceFixture());
    await store.commitPage("notes", pullPageFixture({ documents: [recipe] }));
    await search.drain(signal);
    expect((await search.status()).stats.documents).toBe(1);
  });

  test("rebuilds what another embedder made, and says so until it is done", async () => {
    const indexedDB = new IDBFactory();
    const first = openTestStore({ indexedDB });
    await createFixture([handbook], first);
    const manifest = await first.manifest();
    await first.commitIndex({
      putSegments: [],
      dropSegments: [],
      manifest: { ...manifest!, embedderId: "older-model" },
    });
    first.close();
    const reopened = openTestStore({ indexedDB });
    const { search, changes } = await createFixture([], reopened);
    expect((await search.status()).problems).toEqual([expect.stringMatching(/indexed again/)]);
    expect([await reopened.rebuilding("notes"), changes()]).toEqual([1, 1]);
    await search.drain(signal);
    expect((await search.status()).problems).toEqual([]);
    expect((await ask(search, "Who must approve expenses above 500 euros?")).found).toBe(true);
  });

  test("names the problem when the store fails, until it works again", async () => {
    const { search, store } = await createFixture([handbook]);
    const takePending = store.takePending;
    Object.assign(store, { takePending: () => Promise.reject(new Error("The disk is full")) });
    await expect(search.drain(signal)).rejects.toThrow("The disk is full");
    expect((await search.status()).problems).toEqual(["The disk is full"]);
    Object.assign(store, { takePending });
    await search.drain(signal);
    expect((await search.status()).problems).toEqual([]);
  });

  test("answers about one open page from that page alone", async () => {
    const { search } = await createFixture([handbook]);
    const focus = await search.openFocus({
      kind: "page",
      title: "Museum",
      url: "https://museum.example/visit",
      mediaType: "text/html",
      text: "<main><h1>Visit</h1><p>The museum is closed on Mondays.</p><p>Dogs must stay outside.</p></main>",
    });
    const answer = await ask(search, "On which day is the museum closed?", focus.focusId);
    expect(answer.text).toContain("closed on Mondays. [1]");
    expect(answer.citations[0]).toMatchObject({
      source: "This page",
      url: "https://museum.example/visit#:~:text=The%20museum%20is%20closed%20on%20Mondays.",
    });
    expect(await search.document("focus", focus.focusId)).toMatchObject({ itemId: focus.focusId });
    const other = await ask(search, "Who must approve expenses above 500 euros?", focus.focusId);
    expect(other.text).toMatch(/^Nothing on this page answers this/);
    await search.closeFocus(focus.focusId);
    await expect(ask(search, "On which day is it closed?", focus.focusId)).rejects.toThrow(/no longer open/);
  });

  test("answers about an image from what was read off it, and says what could not be read", async () => {
    const { search } = await createFixture([handbook]);
    const line = (text: string, confidence: number) =>
      text.split(" ").map((word) => ({ text: word, confidence }));
    const focus = await search.openFocus({
      kind: "image",
      title: "crane.png",
      url: "",
      text: [
        [line("Spare hydraulic seals are kept", 0.95), line("in locker 27B.", 0.92)],
        [line("KpaH ocMaTpuBaloT", 0.4)],
      ],
    });
    expect(focus).toMatchObject({ kind: "image", title: "crane.png", note: "1 line could not be read" });
    const answer = await ask(search, "Where are the hydraulic seals kept?", focus.focusId);
    expect(answer.citations[0]).toMatchObject({
      title: "crane.png",
      source: "This file",
      quote: "Spare hydraulic seals are kept\nin locker 27B.",
    });
    const other = await ask(search, "Who must approve expenses above 500 euros?", focus.focusId);
    expect(other.text).toMatch(/^Nothing in this file answers this/);
  });

  test("reads filters and follow-ups from the question, and says what it understood", async () => {
    const { search } = await createFixture([handbook, { ...recipe, author: "Priya Nair" }]);
    const history = [{ question: "How long does sourdough bread rise?", answer: "Twelve hours. [1]" }];
    const events = await eventsOf(search, {
      question: "And how hot does Priya bake it, from:priya?",
      history,
    });
    expect(events[0]).toEqual({
      type: "understood",
      question: expect.stringMatching(/^And how hot does Priya bake it\? \(.*sourdough.*\)$/),
      chips: [{ id: "author:priya nair", field: "author", label: "Priya Nair" }],
    });
    expect(events.at(-1)).toMatchObject({ answer: { found: true, citations: [{ itemId: recipe.id }] } });
    const elsewhere = await eventsOf(search, { question: "expenses approval from:priya" });
    expect(elsewhere.at(-1)).toMatchObject({ answer: { found: false } });
  });

  test("lets a language model answer, and tells what it said before as long as nothing changed", async () => {
    const generator = createFakeGenerator({
      respond: () => ["The office manager must approve expenses [1]."],
    });
    const { search, store, clock } = await createFixture([handbook, recipe], openTestStore(), generator);
    const question = "Who must approve expenses above 500 euros?";
    const first = await ask(search, question);
    expect(first).toMatchObject({ model: { name: "Obedient" }, citations: [{ itemId: handbook.id }] });
    clock.advance(1);
    expect(await ask(search, question)).toMatchObject({ cached: true, text: first.text });
    await store.commitPage("notes", pullPageFixture({ documents: [{ ...handbook, version: "2" }] }));
    await search.drain(signal);
    expect((await ask(search, question)).cached).toBeUndefined();
    expect(generator.asked).toHaveLength(2);
  });

  test("keeps passages of a source that must not leave on this computer", async () => {
    const generator = createFakeGenerator({
      respond: () => ["The office manager must approve expenses [1]."],
    });
    const { search, store } = await createFixture([handbook], openTestStore(), generator);
    await store.updateSource("notes", { deviceOnly: true });
    await ask(search, "Who must approve expenses above 500 euros?");
    expect(generator.asked[0]).toMatchObject({ deviceOnly: true, sourceLabels: ["My notes"] });
  });
});
