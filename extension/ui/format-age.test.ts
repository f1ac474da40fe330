import { describe, expect, it } from "vitest";
import { formatAge } from "./format-age";

const NOW = Date.UTC(2026, 4, 20, 12);
const HOUR = 3_600_000;

describe("formatAge()", () => {
  it.each([
    [0, "just now"],
    [-59_000, "just now"],
    [-60_000, "1 minute ago"],
    [-HOUR + 1, "59 minutes ago"],
    [-HOUR, "1 hour ago"],
    [-3 * 24 * HOUR, "3 days ago"],
    [-13 * 24 * HOUR, "1 week ago"],
    [-45 * 24 * HOUR, "1 month ago"],
    [-800 * 24 * HOUR, "2 years ago"],
    [2 * HOUR, "in 2 hours"],
  ])("says a distance of %i ms as %s", (distance, sentence) => {
    expect(formatAge(NOW + distance, NOW)).toBe(sentence);
  });
});
