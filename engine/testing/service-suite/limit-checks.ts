import { expect } from "vitest";
import { WaitError } from "../../errors/wait-error";
import { atEveryRequest } from "./at-every-request";
import { endOfPass, expectCurrent, inLab, NAMES } from "./expectations";
import type { SeenRequest } from "./fake-network";
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

/**
 * The vendor's limits, felt at every request in one of three ways. That the suite's every run keeps to the declared
 * ones is checked at the end of each.
 */
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
      atEveryRequest(
        subject,
        async (lab, number) => {
          const refused = refuseOne(lab, number, SHORT_S);
          await lab.pass();
          expectQuiet(lab, refused(), SHORT_S * 1_000 - ROUNDING_MS);
        },
        { first: 1, every: 3 },
      ),
  },
  {
    title: "slows down when the vendor refuses without saying for how long",
    run: (subject) =>
      atEveryRequest(
        subject,
        async (lab, number) => {
          const refused = refuseOne(lab, number);
          expect([undefined, "wait", "unavailable"]).toContain(await endOfPass(lab));
          expectQuiet(lab, refused(), LEAST_PAUSE_MS);
        },
        { first: 2, every: 3 },
      ),
  },
  {
    title: "ends the pass when the vendor asks for a long pause, and asks nothing before it is over",
    run: (subject) =>
      atEveryRequest(
        subject,
        async (lab, number) => {
          const refused = refuseOne(lab, number, LONG_S);
          expect(await endOfPass(lab)).toBe("wait");
          const error = lab.thrown.at(-1);
          expect(error instanceof WaitError && error.retryAt).toBeGreaterThanOrEqual(
            (refused()?.at ?? Number.NaN) + LONG_S * 1_000 - ROUNDING_MS,
          );
          lab.network.setFault(undefined);
          expect(await endOfPass(lab)).toBe("wait");
          expectQuiet(lab, refused(), LONG_S * 1_000 - ROUNDING_MS);
        },
        { first: 3, every: 3 },
      ),
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

/** The vendor refuses one request; tells which. */
function refuseOne(lab: ServiceLab, number: number, seconds?: number): () => SeenRequest | undefined {
  let refused: SeenRequest | undefined;
  lab.network.setFault((context) => {
    if (context.number !== number) return undefined;
    refused = { at: lab.time.clock.now(), url: new URL(context.request.url) };
    return lab.vendor.limitReply(seconds);
  });
  return () => refused;
}

/** Nothing that counts against the same limits as the refused request went out for so long. */
function expectQuiet({ network, limits }: ServiceLab, refused: SeenRequest | undefined, forMs: number): void {
  if (!refused) throw new Error("No request was refused");
  const { at: from, url } = refused;
  const own = limits.flatMap(({ paths = [] }) =>
    paths.some((path) => url.pathname.includes(path)) ? [paths] : [],
  );
  const isAsked = ({ pathname }: URL) =>
    own.length === 0 || own.flat().some((path) => pathname.includes(path));
  const early = network.seen.filter(({ at, url }) => at > from && at < from + forMs && isAsked(url));
  expect(early).toEqual([]);
}
