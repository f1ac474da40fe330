import { describe, expect, test } from "vitest";
import { parseSoakOptions } from "./cli/soak-options";
import { runInNode } from "./node/run-in-node";
import { checkContent } from "./report/check-content";
import { maxInWindow } from "./report/check-limits";
import { checkAtMost } from "./report/soak-check";
import { createSoakVendor } from "./vendor/create-soak-vendor";

test("a sync of 1,000 items that is killed five times loses nothing, repeats nothing and keeps the limits", async () => {
  const { claims } = await runInNode({
    ...{ items: 1_000, kills: 5, seed: 1 },
    clock: { now: () => 0 },
    log: () => {},
  });
  expect(claims.filter(({ kept }) => !kept)).toEqual([]);
  expect(claims.length).toBeGreaterThan(7);
});

describe("the checks of the soak", () => {
  const vendor = createSoakVendor({ now: () => 0, items: 100, seed: 1, commentedShare: 0.5 });
  const expected = vendor.expectedFingerprints();
  const good = {
    ledgerIds: [...expected.keys()],
    isCurrent: (id: string, print: string) => expected.get(id) === print,
    failed: 0,
    kills: 0,
  };
  const brokenClaims = (outcome: Partial<typeof good>) =>
    checkContent(vendor, { ...good, ...outcome }).flatMap(({ what, kept }) => (kept ? [] : [what]));

  test("pass when everything is as at the vendor", () => {
    expect(brokenClaims({})).toEqual([]);
  });

  test("fail for missing, left over and outdated items", () => {
    expect(brokenClaims({ ledgerIds: good.ledgerIds.slice(1) })).toEqual(["items lost"]);
    expect(brokenClaims({ ledgerIds: [...good.ledgerIds, "issue:acme/rocket#0"] })).toEqual([
      "items that are gone at the vendor and still here",
    ]);
    expect(brokenClaims({ isCurrent: (id) => id !== good.ledgerIds[0] })).toEqual([
      "items in another version than the vendor's",
    ]);
  });

  test("find the busiest interval, without its end", () => {
    expect(maxInWindow([0, 10, 20, 95, 100, 105, 205], 100)).toBe(5);
    expect(maxInWindow([0, 100, 200], 100)).toBe(1);
    expect(maxInWindow([], 100)).toBe(0);
  });

  test("pass up to the required maximum", () => {
    expect(checkAtMost("kills", 3, 3).kept).toBe(true);
    expect(checkAtMost("kills", 4, 3).kept).toBe(false);
  });
});

describe("parseSoakOptions()", () => {
  test("defaults to 50,000 items and 100 kills, in both places", () => {
    expect(parseSoakOptions([])).toEqual({
      ...{ items: 50_000, kills: 100, seed: 1, json: false },
      targets: ["node", "browser"],
    });
    expect(parseSoakOptions(["--only", "node", "--kills", "0", "--json"])).toMatchObject({
      ...{ kills: 0, json: true },
      targets: ["node"],
    });
  });

  test.each([[["--items", "12"]], [["--only", "moon"]], [["--what"]]])("refuses %j with one line", (args) => {
    expect(() => parseSoakOptions(args)).toThrow(/^Cannot [^\n]+$/);
  });
});
