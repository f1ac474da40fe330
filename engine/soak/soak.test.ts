import { describe, expect, test } from "vitest";
import { parseSoakOptions } from "./cli/soak-options";
import { runInNode } from "./node/run-in-node";
import { atMost } from "./report/claim";
import { contentClaims } from "./report/content-claims";
import { busiest } from "./report/limit-claims";
import { createSoakVendor } from "./vendor/create-soak-vendor";

test("a sync of 1,000 items that is killed five times loses nothing, doubles nothing and keeps to the limits", async () => {
  const { claims } = await runInNode({
    ...{ items: 1_000, kills: 5, seed: 1 },
    clock: { now: () => 0 },
    say: () => {},
  });
  expect(claims.filter(({ kept }) => !kept)).toEqual([]);
  expect(claims.length).toBeGreaterThan(7);
});

describe("the soak's own measures", () => {
  const vendor = createSoakVendor({ now: () => 0, items: 100, seed: 1, discussed: 0.5 });
  const truth = vendor.truth();
  const good = {
    ledgerIds: [...truth.keys()],
    isCurrent: (id: string, print: string) => truth.get(id) === print,
    failed: 0,
    kills: 0,
  };
  const broken = (outcome: Partial<typeof good>) =>
    contentClaims(vendor, { ...good, ...outcome }).flatMap(({ what, kept }) => (kept ? [] : [what]));

  test("nothing is broken where all is as the vendor has it", () => {
    expect(broken({})).toEqual([]);
  });

  test("what is lost, left over or old is found", () => {
    expect(broken({ ledgerIds: good.ledgerIds.slice(1) })).toEqual(["items lost"]);
    expect(broken({ ledgerIds: [...good.ledgerIds, "issue:acme/rocket#0"] })).toEqual([
      "items that are gone at the vendor and still here",
    ]);
    expect(broken({ isCurrent: (id) => id !== good.ledgerIds[0] })).toEqual([
      "items in another version than the vendor's",
    ]);
  });

  test("the busiest stretch is found, and its end is no part of it", () => {
    expect(busiest([0, 10, 20, 95, 100, 105, 205], 100)).toBe(5);
    expect(busiest([0, 100, 200], 100)).toBe(1);
    expect(busiest([], 100)).toBe(0);
  });

  test("a claim is kept up to what was promised", () => {
    expect(atMost("kills", 3, 3).kept).toBe(true);
    expect(atMost("kills", 4, 3).kept).toBe(false);
  });
});

describe("parseSoakOptions()", () => {
  test("takes 50,000 items and 100 kills, in both places, where nothing is said", () => {
    expect(parseSoakOptions([])).toEqual({
      ...{ items: 50_000, kills: 100, seed: 1, json: false },
      places: ["node", "browser"],
    });
    expect(parseSoakOptions(["--only", "node", "--kills", "0", "--json"])).toMatchObject({
      ...{ kills: 0, json: true },
      places: ["node"],
    });
  });

  test.each([[["--items", "12"]], [["--only", "moon"]], [["--what"]]])("refuses %j in one line", (args) => {
    expect(() => parseSoakOptions(args)).toThrow(/^Cannot [^\n]+$/);
  });
});
