import type { IndexChange } from "../model/index-change";
import type { SearchIndex } from "../search-index/search-index";
import type { SearchStore } from "../store/store";
import { type EntryOutcome, failedOutcome } from "./process-entry";

export interface CommitDeps {
  readonly store: SearchStore;
  readonly index: SearchIndex;
}

/**
 * Commits text, ledger and index of these outcomes together, then shows them to queries. Returns the committed
 * outcomes: a document that the index cannot take became a failure. Rejects with OutboxChangedError.
 */
export async function commitOutcomes(
  deps: CommitDeps,
  outcomes: readonly EntryOutcome[],
): Promise<readonly EntryOutcome[]> {
  let change: IndexChange;
  try {
    change = prepare(deps.index, outcomes);
  } catch (thrown) {
    return commitOneByOne(deps, outcomes, thrown);
  }
  await commit(deps, outcomes, change);
  return outcomes;
}

/** Finds the document the index cannot take by committing one at a time. */
async function commitOneByOne(
  deps: CommitDeps,
  outcomes: readonly EntryOutcome[],
  thrown: unknown,
): Promise<readonly EntryOutcome[]> {
  const [first, ...others] = outcomes;
  if (others.length > 0) {
    const committed: EntryOutcome[] = [];
    for (const outcome of outcomes) committed.push(...(await commitOutcomes(deps, [outcome])));
    return committed;
  }
  if (first?.kind !== "indexed") throw thrown;
  const { itemId: id, title, url } = first.document;
  const failed = failedOutcome(first.entry, { id, title, url }, thrown);
  await commit(deps, [failed], prepare(deps.index, [failed]));
  return [failed];
}

function prepare(index: SearchIndex, outcomes: readonly EntryOutcome[]): IndexChange {
  return index.prepare({
    add: outcomes.flatMap((outcome) => (outcome.kind === "indexed" ? outcome.indexDocument : [])),
    remove: outcomes.flatMap(({ entry }) => entry.documentIds),
  });
}

async function commit(
  { store, index }: CommitDeps,
  outcomes: readonly EntryOutcome[],
  change: IndexChange,
): Promise<void> {
  const indexed = outcomes.filter((outcome) => outcome.kind === "indexed");
  await store.commitIndexed({
    entries: outcomes.map(({ entry }) => entry),
    documents: indexed.map(({ document }) => document),
    failures: outcomes.flatMap((outcome) => (outcome.kind === "failed" ? outcome.failure : [])),
    notes: new Map(
      indexed.flatMap(({ document, note }) => (note === undefined ? [] : [[document.documentId, note]])),
    ),
    change,
  });
  index.apply(change);
}
