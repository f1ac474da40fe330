import { describe, expect, it } from "vitest";
import type { LedgerCounts } from "../../../../engine/model/ledger";
import type { Source } from "../../../../engine/model/source";
import { formatLedgerCounts, formatSourceState } from "./source-status";

describe("formatLedgerCounts()", () => {
  it("shows items read in part, skipped and failed", () => {
    const counts = { found: 1501, pending: 74, indexed: 1423, skipped: 3, failed: 1, partial: 12 };
    expect(formatLedgerCounts(counts)).toBe("1,423 of 1,501 indexed · 12 in part · 3 skipped · 1 failed");
  });

  it("leaves out counts of zero", () => {
    const counts = { found: 501, pending: 0, indexed: 501, skipped: 0, failed: 0, partial: 0 };
    expect(formatLedgerCounts(counts)).toBe("501 of 501 indexed");
  });

  it("shows how many documents can be found while the others are indexed again", () => {
    const counts = { found: 2000, pending: 0, indexed: 1990, skipped: 10, failed: 0, partial: 12 };
    expect(formatLedgerCounts(counts, 1910)).toBe(
      "80 of 2,000 can be found in full · 12 read in part · 10 skipped",
    );
  });

  it("shows no negative number when the counts were read at different moments", () => {
    const counts = { found: 2, pending: 1, indexed: 1, skipped: 0, failed: 0, partial: 0 };
    expect(formatLedgerCounts(counts, 2)).toBe("0 of 2 can be found in full");
  });
});

const NOW = Date.UTC(2026, 4, 20, 12);
const SOURCE: Source = {
  id: "s1",
  connectorId: "folder",
  label: "notes",
  settings: {},
  state: "idle",
  dueAt: 0,
  addedAt: 0,
  lastSyncAt: NOW - 3_600_000,
};
const DONE: LedgerCounts = { found: 2, pending: 0, indexed: 2, skipped: 0, failed: 0, partial: 0 };
const OPEN: LedgerCounts = { ...DONE, pending: 1, indexed: 1 };

describe("formatSourceState()", () => {
  it("shows the time of the last sync of an idle source", () => {
    expect(formatSourceState(SOURCE, DONE, NOW)).toBe("Synced 1 hour ago");
  });

  it("shows that a source was never read", () => {
    const { lastSyncAt: _, ...fresh } = SOURCE;
    expect(formatSourceState(fresh, { ...DONE, found: 0, indexed: 0 }, NOW)).toBe("Not read yet");
  });

  it("is indexing while items are pending", () => {
    expect(formatSourceState(SOURCE, OPEN, NOW)).toBe("Indexing…");
    expect(formatSourceState({ ...SOURCE, state: "syncing" }, OPEN, NOW)).toBe("Indexing…");
  });

  it("distinguishes reading from indexing", () => {
    expect(formatSourceState({ ...SOURCE, state: "syncing" }, DONE, NOW)).toBe("Looking for what is new…");
  });

  it("shows a pause even if items are pending", () => {
    expect(formatSourceState({ ...SOURCE, state: "paused" }, OPEN, NOW)).toBe("Paused");
  });
});
