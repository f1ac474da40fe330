import { describe, expect, it } from "vitest";
import type { SourceSummary } from "../../../../engine/contract/sources";
import type { LedgerCounts } from "../../../../engine/model/ledger";
import type { SourceState } from "../../../../engine/model/source";
import { formatIndexProgress, sumIndexProgress } from "./sum-index-progress";

describe("sumIndexProgress()", () => {
  it("counts skipped and failed items as done", () => {
    const counts = { found: 1501, pending: 78, indexed: 1419, skipped: 3, failed: 1, partial: 0 };
    const progress = sumIndexProgress([summary("idle", counts)]);
    expect(progress).toEqual({ done: 1423, found: 1501, indexed: 1419, rebuilding: 0, busy: true });
    expect(formatIndexProgress(progress)).toBe("Indexing… 1,423 of 1,501");
  });

  it("sums over sources", () => {
    const counts = { found: 10, pending: 5, indexed: 5, skipped: 0, failed: 0, partial: 0 };
    expect(sumIndexProgress([summary("idle", counts), summary("paused", counts)])).toMatchObject({
      done: 10,
      found: 20,
    });
  });

  it("is busy while a source is read or items are pending", () => {
    const counts = { found: 2, pending: 0, indexed: 2, skipped: 0, failed: 0, partial: 0 };
    const reading = sumIndexProgress([summary("syncing", counts)]);
    expect(reading.busy).toBe(true);
    expect(formatIndexProgress(reading)).toBe("Looking for what is new…");
    expect(sumIndexProgress([summary("idle", counts)]).busy).toBe(false);
  });

  it("is busy while documents are indexed again, and says how many can be found", () => {
    const counts = { found: 1000, pending: 0, indexed: 990, skipped: 10, failed: 0, partial: 0 };
    const idle = summary("paused", counts);
    const progress = sumIndexProgress([
      { ...idle, rebuilding: 910 },
      { ...idle, rebuilding: 990 },
    ]);
    expect(progress).toEqual({ done: 100, found: 2000, indexed: 1980, rebuilding: 1900, busy: true });
    expect(formatIndexProgress(progress)).toBe(
      "Rebuilding the index… 80 of 1,980 documents can be found in full",
    );
  });
});

function summary(state: SourceState, counts: LedgerCounts): SourceSummary {
  const source = {
    id: "s",
    connectorId: "folder",
    label: "notes",
    settings: {},
    dueAt: 0,
    addedAt: 0,
    state,
  };
  return { source, counts };
}
