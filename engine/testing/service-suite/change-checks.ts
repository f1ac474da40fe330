import { expect } from "vitest";
import {
  endOfPass,
  expectCurrent,
  expectDelivered,
  expectNothingDoubled,
  inLab,
  NAMES,
} from "./expectations";
import type { ServiceCheck } from "./service-check";
import type { LabPassOptions, ServiceLab } from "./service-lab";

/** Passes after which whatever slipped through a walk must have been made up for. */
const LATER_PASSES = 2;

type Change = (lab: ServiceLab, page: number) => void;

/** What happens at the vendor between two pages; pulling alone must find it. */
const CHANGES: Readonly<Record<string, Change>> = {
  created: (lab, page) => lab.create(`arrival${page}`),
  "created and changed": (lab, page) => {
    lab.create(`arrival${page}`);
    lab.update(`arrival${page}`);
  },
  "changed, one after another": (lab, page) => lab.update(NAMES[page] ?? ""),
  "changed, always the oldest": (lab) => lab.update(NAMES[0]),
  "changed, always the newest": (lab) => lab.update(NAMES[NAMES.length - 1] ?? ""),
};

/** What pages counted from the front slip over items by; where the vendor has no other, its list makes up for it. */
const REMOVALS: Readonly<Record<string, Change>> = {
  "removed, oldest first": (lab, page) => removeNth(lab, page),
  "removed, newest first": (lab, page) => removeNth(lab, NAMES.length - 1 - page),
};

/** Changes of a vendor that is not finished are made during the first pages only, or a walk would never end. */
const CHANGED_PAGES = 3;

/** A vendor that changes while it is read. */
export const changeChecks: readonly ServiceCheck[] = [
  ...Object.entries(CHANGES).map((change) => whileWalking(change, { pullOnly: true })),
  ...Object.entries(REMOVALS).map((change) => whileWalking(change, {})),
  {
    title: "starts over when its place in the vendor's list has expired between two pages",
    applies: (_subject, vendor) => vendor.expireCursors !== undefined,
    run: (subject) =>
      inLab(subject, {}, async (lab) => {
        lab.create(...NAMES);
        await lab.pass({
          pullOnly: true,
          at: (moment, page) => {
            if (moment === "committed" && page === 1) lab.vendor.expireCursors?.();
          },
        });
        await lab.pass({ pullOnly: true });
        await expectCurrent(lab);
      }),
  },
  {
    title: "finds everything that happened when what it remembers has expired between two passes",
    applies: (_subject, vendor) => vendor.expireCursors !== undefined,
    run: (subject) =>
      inLab(subject, {}, async (lab) => {
        lab.create(...NAMES);
        await lab.pass();
        lab.create("arrival");
        lab.update("willow");
        lab.remove("ember");
        lab.vendor.expireCursors?.();
        await lab.pass({ pullOnly: true });
        await expectDelivered(lab);
        await lab.pass();
        await expectCurrent(lab);
      }),
  },
  {
    title: "renews a refused token once and goes on",
    applies: ({ definition }) =>
      definition.declaration.service?.signIn.some(({ kind }) => kind !== "token" && kind !== "browser") ===
      true,
    run: (subject) =>
      inLab(subject, { renewable: true }, async (lab) => {
        lab.create(...NAMES);
        await lab.pass();
        expect(lab.renewals()).toBe(0);
        lab.network.accept(undefined);
        lab.update("willow");
        await lab.pass();
        expect(lab.renewals()).toBe(1);
        await expectCurrent(lab);
      }),
  },
  {
    title: "asks for a new sign-in when its token is refused for good, and deletes nothing",
    run: (subject) =>
      inLab(subject, {}, async (lab) => {
        const ids = [...lab.create("quartz", "willow", "ember")].sort();
        await lab.pass();
        lab.vendor.revokeTokens();
        lab.create("lagoon");
        expect(await endOfPass(lab)).toBe("sign-in");
        expect(await lab.ledgerIds()).toEqual(ids);
        expectNothingDoubled(lab);
      }),
  },
];

function whileWalking([what, change]: readonly [string, Change], options: LabPassOptions): ServiceCheck {
  return {
    title: `neither loses nor doubles items when some are ${what} between its pages`,
    run: (subject) =>
      inLab(subject, {}, async (lab) => {
        lab.create(...NAMES);
        await lab.pass({
          ...options,
          at: (moment, page) => {
            if (moment === "committed" && page <= CHANGED_PAGES) change(lab, page);
          },
        });
        for (let pass = 0; pass < LATER_PASSES; pass++) await lab.pass(options);
        await expectCurrent(lab);
      }),
  };
}

function removeNth(lab: ServiceLab, at: number): void {
  const name = NAMES[at];
  if (name !== undefined) lab.remove(name);
}
