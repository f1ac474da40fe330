import { createIngest } from "../../create-ingest";
import { createSearch, type Search, type SearchDeps } from "../../create-search";
import type { Embedder } from "../../embed/embedder";
import type { Answer, PastExchange } from "../../model/answer";
import type { Clock } from "../../ports/clock";
import type { DirectoryHandle } from "../../ports/folders";
import { createFakeAuth } from "../../testing/fakes/fake-auth";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { createMemoryVault } from "../../testing/fakes/memory-vault";
import { sourceFixture } from "../../testing/fixtures";
import { readSearchFiles } from "../../testing/read-search-files";
import { openTestStore } from "../../testing/store/open-test-store";

export interface OpenCaseOptions {
  readonly clock: Clock;
  readonly embedder?: Embedder;
  readonly onEvidence?: SearchDeps["onEvidence"];
}

/** A folder that the product has indexed, to be asked. */
export interface OpenedCase {
  /** Asks in a conversation in which the questions of `history` were asked before. */
  ask(question: string, history?: readonly string[]): Promise<Answer>;
  close(): void;
}

const { signal } = new AbortController();

/** Reads a folder by the product's own stages, from the folder connector to the index, over a database in memory. */
export async function openCase(
  folder: DirectoryHandle,
  { clock, embedder, onEvidence }: OpenCaseOptions,
): Promise<OpenedCase> {
  const store = openTestStore({ clock });
  const ports = { folders: { open: async () => folder } };
  const context = createFakeContext({ source: sourceFixture(), clock, store, ports });
  const ingest = createIngest({
    ...context,
    vault: createMemoryVault(),
    auth: createFakeAuth(),
    store,
    onChange: () => {},
  });
  const search = await createSearch({
    ...readSearchFiles(),
    ...(embedder && { embedder }),
    ...(onEvidence && { onEvidence }),
    store,
    clock,
    readerUrl: "atlas:reader",
    yieldToOthers: async () => {},
    onChange: () => {},
  });
  const sourceId = await ingest.addSource({ connectorId: "folder", label: "Files", settings: {} });
  await ingest.syncNow(sourceId);
  await search.drain(signal);
  return {
    ask: (question, history = []) => askInConversation(search, question, history),
    close: () => store.close(),
  };
}

async function askInConversation(
  search: Search,
  question: string,
  earlier: readonly string[],
): Promise<Answer> {
  const history: PastExchange[] = [];
  for (const before of earlier) {
    const answer = await ask(search, before, history);
    history.push({ question: before, answer: answer.text });
  }
  return ask(search, question, history);
}

async function ask(search: Search, question: string, history: readonly PastExchange[]): Promise<Answer> {
  for await (const event of search.ask({ question, history }, { signal })) {
    if (event.type === "done") return event.answer;
  }
  throw new TypeError(`The answer to "${question}" did not end`);
}
