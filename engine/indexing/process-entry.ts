import type { Convert } from "../convert/convert";
import { toPlainError } from "../errors/to-plain-error";
import type { ConvertedText } from "../model/document";
import type { SourceDocument } from "../model/source-document";
import type { Clock } from "../ports/clock";
import type { IndexedBatch, OutboxEntry, SearchStore } from "../store/store";
import { type IndexedText, type IndexTextDeps, indexText, type UnindexedDocument } from "./index-text";

export interface ProcessEntryDeps extends IndexTextDeps {
  readonly store: SearchStore;
  readonly convert: Convert;
  readonly clock: Clock;
}

type Failure = IndexedBatch["failures"][number];

/** The outcome of one outbox entry. `removed`: the index entry is removed without a replacement. */
export type EntryOutcome = { readonly entry: OutboxEntry } & (
  | ({ readonly kind: "indexed"; readonly note: string | undefined } & IndexedText)
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "removed" }
);

/** Processes one entry. A failure of the document is an outcome; only an abort or the store rejects. */
export async function processEntry(
  deps: ProcessEntryDeps,
  entry: OutboxEntry,
  signal: AbortSignal,
): Promise<EntryOutcome> {
  if (entry.operation === "put") return indexPut(deps, entry, signal);
  if (entry.operation !== "reindex") return { entry, kind: "removed" };
  const stored = await deps.store.documentOf(entry.sourceId, entry.itemId);
  if (stored === undefined) return { entry, kind: "removed" };
  try {
    const { documentId: _id, chunks: _chunks, ...unindexed } = stored;
    return { entry, kind: "indexed", note: undefined, ...(await indexText(deps, unindexed, signal)) };
  } catch (thrown) {
    signal.throwIfAborted();
    return failedOutcome(entry, { ...stored, id: stored.itemId }, thrown);
  }
}

/** The outcome of an entry whose document caused an error. */
export function failedOutcome(
  entry: OutboxEntry,
  named: { readonly id: string; readonly title: string; readonly url: string },
  thrown: unknown,
): EntryOutcome {
  const { id, title, url } = named;
  const { code, message } = toPlainError(thrown);
  // Our own errors are sentences for a person; other messages get the title of the document.
  const reason = code === "bug" ? `Cannot index "${title}": ${message}` : message;
  const outcome = code === "skip-item" ? "skipped" : "failed";
  return {
    entry,
    kind: "failed",
    failure: { sourceId: entry.sourceId, id, title, url, outcome, code, reason },
  };
}

type PutEntry = OutboxEntry & { readonly operation: "put" };

async function indexPut(deps: ProcessEntryDeps, entry: PutEntry, signal: AbortSignal): Promise<EntryOutcome> {
  const { document } = entry;
  try {
    const converted = await deps.convert(document, signal);
    const unindexed = toUnindexed(entry, converted, deps.clock.now());
    return { entry, kind: "indexed", note: converted.note, ...(await indexText(deps, unindexed, signal)) };
  } catch (thrown) {
    signal.throwIfAborted();
    return failedOutcome(entry, document, thrown);
  }
}

function toUnindexed(
  { sourceId, document }: { sourceId: string; document: SourceDocument },
  converted: ConvertedText,
  now: number,
): UnindexedDocument {
  const { id, content: _content, version: _version, contentHash: _hash, ...fields } = document;
  const { text, format, title, author, pages, parts } = converted;
  return {
    ...(author === undefined ? {} : { author }),
    ...fields,
    sourceId,
    itemId: id,
    title: title?.trim() || document.title,
    indexedAt: now,
    text,
    format,
    ...(pages ? { pages } : {}),
    ...(parts ? { parts } : {}),
  };
}
