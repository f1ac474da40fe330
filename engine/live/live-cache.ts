import type { LiveRequest } from "../model/live";
import type { SourceDocument } from "../model/source-document";
import type { Clock } from "../ports/clock";
import type { CachedFinding, FindingStore } from "../ports/finding-store";
import { hasElapsed } from "../util/has-elapsed";

const MEMORY_MS = 5 * 60_000;
const STORED_MS = 60 * 60_000;
/** Findings kept in memory; the oldest is removed first. */
const MEMORY_ENTRIES = 100;

/** Findings of live search: five minutes in memory, an hour in the store. */
export interface LiveCache {
  get(sourceId: string, request: LiveRequest): Promise<readonly SourceDocument[] | undefined>;
  set(sourceId: string, request: LiveRequest, documents: readonly SourceDocument[]): Promise<void>;
}

export function createLiveCache(store: FindingStore, clock: Clock): LiveCache {
  const memory = new Map<string, CachedFinding>();

  function storeInMemory(finding: CachedFinding): void {
    memory.delete(finding.key);
    memory.set(finding.key, finding);
    for (const oldest of [...memory.keys()].slice(0, -MEMORY_ENTRIES)) memory.delete(oldest);
  }

  return {
    get: async (sourceId, request) => {
      const key = keyOf(sourceId, request);
      const cached = memory.get(key);
      if (cached && !hasElapsed(cached.foundAt, MEMORY_MS, clock.now())) return cached.documents;
      const stored = await store.finding(key);
      if (!stored || hasElapsed(stored.foundAt, STORED_MS, clock.now())) return undefined;
      return stored.documents;
    },
    set: async (sourceId, request, documents) => {
      const finding = { key: keyOf(sourceId, request), sourceId, foundAt: clock.now(), documents };
      storeInMemory(finding);
      await store.saveFinding(finding, clock.now() - STORED_MS);
    },
  };
}

/** Vendors' searches ignore the case and spacing of a question. */
function keyOf(sourceId: string, { text, limit, updatedAfter, updatedBefore }: LiveRequest): string {
  const words = text.toLowerCase().replace(/\s+/g, " ").trim();
  return JSON.stringify([sourceId, words, limit, updatedAfter ?? null, updatedBefore ?? null]);
}
