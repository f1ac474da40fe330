import { expect } from "vitest";
import { WaitError } from "../../errors/wait-error";
import { atEveryRequest } from "./at-every-request";
import { endOfPass, expectCurrent, inLab, NAMES } from "./expectations";
import type { ServiceCheck } from "./service-check";
import type { ServiceLab } from "./service-lab";

const SHORT_S = 2;
const LONG_S = 3_600;
/** Vendors name whole seconds. */
const ROUNDING_MS = 1_000;
/** The least that a vendor which does not say for how long may expect. */
const LEAST_PAUSE_MS = 500;
/** Requests a vendor that refuses every one of them may have to refuse in one pass. */
const MOST_REFUSED = 30;

/** The vendor's limits; that every run of the suite keeps to the declared ones is checked everywhere. */
export const limitChecks: readonly ServiceCheck[] = [
  {
    title: "goes through everything within limits far tighter than the declared ones",
    run: (subject) => {
      const declared = subject.definition.declaration.service?.limits ?? [];
      const limits = declared.map((limit) => ({ ...limit, requests: 4, burst: 2, windowMs: 2_000 }));
      return inLab(subject, { limits }, async (lab) => {
        expect(limits.length).toBeGreaterThan(0);
        lab.create(...NAMES);
        await lab.pass();
        await expectCurrent(lab);
        // Enough requests for the limit to have been felt.
        expect(lab.network.seen.length).toBeGreaterThan(4);
      });
    },
  },
  {
    title: "keeps quiet as long as the vendor asks, then goes on",
    run: (subject) =>
      atEveryRequest(subject, async (lab, number) => {
        const refusedAt = refuseOne(lab, number, SHORT_S);
        await lab.pass();
        expectQuiet(lab, refusedAt(), SHORT_S * 1_000 - ROUNDING_MS);
      }),
  },
  {
    title: "slows down when the vendor refuses without saying for how long",
    run: (subject) =>
      atEveryRequest(subject, async (lab, number) => {
        const refusedAt = refuseOne(lab, number);
        expect([undefined, "wait", "unavailable"]).toContain(await endOfPass(lab));
        expectQuiet(lab, refusedAt(), LEAST_PAUSE_MS);
      }),
  },
  {
    title: "ends the pass when the vendor asks for a long pause, and asks nothing before it is over",
    run: (subject) =>
      atEveryRequest(subject, async (lab, number) => {
        const refusedAt = refuseOne(lab, number, LONG_S);
        expect(await endOfPass(lab)).toBe("wait");
        const error = lab.thrown.at(-1);
        expect(error instanceof WaitError && error.retryAt).toBeGreaterThanOrEqual(
          refusedAt() + LONG_S * 1_000 - ROUNDING_MS,
        );
        lab.network.setFault(undefined);
        expect(await endOfPass(lab)).toBe("wait");
        expectQuiet(lab, refusedAt(), LONG_S * 1_000 - ROUNDING_MS);
      }),
  },
  {
    title: "gives up for now when the vendor refuses everything, and goes on another day",
    run: (subject) =>
      inLab(subject, {}, async (lab) => {
        const ids = [...lab.create("quartz", "willow")].sort();
        await lab.pass();
        const before = lab.network.seen.length;
        lab.create("ember");
        lab.network.setFault(() => lab.vendor.limitReply());
        expect(["wait", "unavailable"]).toContain(await endOfPass(lab));
        expect(lab.network.seen.length - before).toBeLessThan(MOST_REFUSED);
        expect(await lab.ledgerIds()).toEqual(ids);
        lab.network.setFault(undefined);
        lab.time.clock.advance(24 * 60 * 60_000);
        await lab.pass();
        await expectCurrent(lab);
      }),
  },
];

/** The vendor refuses one request; says when it did. */
function refuseOne(lab: ServiceLab, number: number, seconds?: number): () => number {
  let refusedAt = Number.NaN;
  lab.network.setFault((context) => {
    if (context.number !== number) return undefined;
    refusedAt = lab.time.clock.now();
    return lab.vendor.limitReply(seconds);
  });
  return () => refusedAt;
}

function expectQuiet({ network }: ServiceLab, from: number, forMs: number): void {
  expect(Number.isNaN(from)).toBe(false);
  expect(network.seen.filter(({ at }) => at > from && at < from + forMs)).toEqual([]);
}
