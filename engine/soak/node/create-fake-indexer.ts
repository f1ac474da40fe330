import { hasCode } from "../../errors/error-code";
import type { Document } from "../../model/document";
import type { IndexChange } from "../../model/index-change";
import type { SourceDocument } from "../../model/source-document";
import type { OutboxEntry, Store } from "../../store/store";
import { fingerprint } from "../vendor/create-soak-vendor";

/**
 * A fake of the indexer: takes what is in the outbox at once and keeps the fingerprint of each item's last version.
 */
export interface FakeIndexer {
  /** Fingerprints by item id. */
  readonly indexed: ReadonlyMap<string, string>;
  drain(): Promise<void>;
}

const BATCH = { entries: 500, bytes: 2 ** 24 };

export function createFakeIndexer(store: Store): FakeIndexer {
  const indexed = new Map<string, string>();
  let nextDocumentId = 1;

  async function commitBatch(entries: readonly OutboxEntry[]): Promise<void> {
    const documents = entries.flatMap((entry) =>
      entry.operation === "put" ? [toDocument(entry.sourceId, entry.document, nextDocumentId++)] : [],
    );
    const change = emptyChange(nextDocumentId);
    await store.commitIndexed({ entries, documents, failures: [], notes: new Map(), change });
    for (const entry of entries) {
      if (entry.operation === "put") indexed.set(entry.itemId, fingerprintOf(entry.document));
      if (entry.operation === "delete") indexed.delete(entry.itemId);
    }
  }

  async function drain(): Promise<void> {
    for (;;) {
      const entries = await store.takePending(BATCH);
      if (entries.length === 0) return;
      try {
        await commitBatch(entries);
      } catch (thrown) {
        // A newer version arrived meanwhile: the pending one is taken instead.
        if (!hasCode(thrown, "outbox-changed")) throw thrown;
      }
    }
  }

  let draining = Promise.resolve();
  return {
    indexed,
    drain: () => {
      draining = draining.then(drain);
      return draining;
    },
  };
}

function fingerprintOf({ version, title, content }: SourceDocument): string {
  const texts = content.kind === "thread" ? content.messages.map(({ text }) => text) : [];
  return fingerprint(version, title, texts);
}

/** The text is omitted: the soak does not test the index. */
function toDocument(sourceId: string, document: SourceDocument, documentId: number): Document {
  const { id: itemId, type, title, url, updatedAt } = document;
  return {
    ...{ documentId, sourceId, itemId, type, title, url, updatedAt },
    ...{ indexedAt: updatedAt, text: "", format: "plain", chunks: [] },
  };
}

function emptyChange(nextDocumentId: number): IndexChange {
  const manifest = { formatVersion: 1, embedderId: "soak", dimensions: 1, segments: [], nextSegmentId: 1 };
  return {
    putSegments: [],
    dropSegments: [],
    manifest: { ...manifest, tombstones: new Uint32Array(), nextDocumentId },
  };
}
