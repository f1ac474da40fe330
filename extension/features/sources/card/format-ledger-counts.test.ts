import { describe, expect, it } from "vitest";
import { formatLedgerCounts } from "./format-ledger-counts";

describe("formatLedgerCounts()", () => {
  it("names what was skipped and what failed", () => {
    const counts = { found: 1501, pending: 74, indexed: 1423, skipped: 3, failed: 1 };
    expect(formatLedgerCounts(counts)).toBe("1,423 of 1,501 indexed · 3 skipped · 1 failed");
  });

  it("leaves out what did not happen", () => {
    const counts = { found: 501, pending: 0, indexed: 501, skipped: 0, failed: 0 };
    expect(formatLedgerCounts(counts)).toBe("501 of 501 indexed");
  });
});
