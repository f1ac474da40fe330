import { expect } from "vitest";
import {
  expectDelivered,
  expectInSync,
  expectNoDuplicates,
  NAMES,
  passErrorCode,
  withFixture,
} from "./expectations";
import type { ServiceCheck } from "./service-check";
import type { FixturePassOptions, SuiteFixture } from "./suite-fixture";

/** Passes after which items that a walk missed must be delivered. */
const LATER_PASSES = 2;

type Change = (fixture: SuiteFixture, page: number) => void;

/** Changes at the vendor between two pages that pulling alone must find. */
const CHANGES: Readonly<Record<string, Change>> = {
  created: (fixture, page) => fixture.create(`arrival${page}`),
  "created and changed": (fixture, page) => {
    fixture.create(`arrival${page}`);
    fixture.update(`arrival${page}`);
  },
  "changed, one after another": (fixture, page) => fixture.update(NAMES[page] ?? ""),
  "changed, always the oldest": (fixture) => fixture.update(NAMES[0]),
  "changed, always the newest": (fixture) => fixture.update(NAMES[NAMES.length - 1] ?? ""),
};

/** Changes by which pages with offsets skip items; where the vendor has no other pages, its list delivers them. */
const REMOVALS: Readonly<Record<string, Change>> = {
  "removed, oldest first": (fixture, page) => removeNth(fixture, page),
  "removed, newest first": (fixture, page) => removeNth(fixture, NAMES.length - 1 - page),
};

/** Further changes are made during the first pages only, so that a walk ends. */
const CHANGED_PAGES = 3;

/** Checks of a vendor that changes while it is read. */
export const changeChecks: readonly ServiceCheck[] = [
  ...Object.entries(CHANGES).map((change) => changeBetweenPages(change, { pullOnly: true })),
  ...Object.entries(REMOVALS).map((change) => changeBetweenPages(change, {})),
  {
    title: "starts over when its page token has expired between two pages",
    applies: (_subject, vendor) => vendor.expireCursors !== undefined,
    run: (subject) =>
      withFixture(subject, {}, async (fixture) => {
        fixture.create(...NAMES);
        await fixture.pass({
          pullOnly: true,
          onPage: (moment, page) => {
            if (moment === "committed" && page === 1) fixture.vendor.expireCursors?.();
          },
        });
        await fixture.pass({ pullOnly: true });
        await expectInSync(fixture);
      }),
  },
  {
    title: "finds all changes when its delta token has expired between two passes",
    applies: (_subject, vendor) => vendor.expireCursors !== undefined,
    run: (subject) =>
      withFixture(subject, {}, async (fixture) => {
        fixture.create(...NAMES);
        await fixture.pass();
        fixture.create("arrival");
        fixture.update("willow");
        fixture.remove("ember");
        fixture.vendor.expireCursors?.();
        await fixture.pass({ pullOnly: true });
        await expectDelivered(fixture);
        await fixture.pass();
        await expectInSync(fixture);
      }),
  },
  {
    title: "renews a refused token once and continues",
    applies: ({ definition }) =>
      definition.declaration.service?.signIn.some(({ kind }) => kind !== "token" && kind !== "browser") ===
      true,
    run: (subject) =>
      withFixture(subject, { renewable: true }, async (fixture) => {
        fixture.create(...NAMES);
        await fixture.pass();
        expect(fixture.renewals()).toBe(0);
        fixture.network.accept(undefined);
        fixture.update("willow");
        await fixture.pass();
        expect(fixture.renewals()).toBe(1);
        await expectInSync(fixture);
      }),
  },
  {
    title: "requests a new sign-in when its token is refused permanently, and deletes nothing",
    run: (subject) =>
      withFixture(subject, {}, async (fixture) => {
        const ids = [...fixture.create("quartz", "willow", "ember")].sort();
        await fixture.pass();
        fixture.vendor.revokeTokens();
        fixture.create("lagoon");
        expect(await passErrorCode(fixture)).toBe("sign-in");
        expect(await fixture.ledgerIds()).toEqual(ids);
        expectNoDuplicates(fixture);
      }),
  },
];

function changeBetweenPages(
  [what, change]: readonly [string, Change],
  options: FixturePassOptions,
): ServiceCheck {
  return {
    title: `neither loses nor doubles items when some are ${what} between its pages`,
    run: (subject) =>
      withFixture(subject, {}, async (fixture) => {
        fixture.create(...NAMES);
        await fixture.pass({
          ...options,
          onPage: (moment, page) => {
            if (moment === "committed" && page <= CHANGED_PAGES) change(fixture, page);
          },
        });
        for (let pass = 0; pass < LATER_PASSES; pass++) await fixture.pass(options);
        await expectInSync(fixture);
      }),
  };
}

function removeNth(fixture: SuiteFixture, at: number): void {
  const name = NAMES[at];
  if (name !== undefined) fixture.remove(name);
}
