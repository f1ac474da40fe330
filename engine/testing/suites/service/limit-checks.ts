import { expect } from "vitest";
import { WaitError } from "../../../errors/wait-error";
import { expectInSync, NAMES, passErrorCode, withFixture } from "./expectations";
import type { SeenRequest } from "./fake-network";
import { forEachRequest } from "./for-each-request";
import type { ServiceCheck } from "./service-check";
import type { SuiteFixture } from "./suite-fixture";

const SHORT_PAUSE_S = 2;
const LONG_PAUSE_S = 3_600;
/** Vendors give whole seconds. */
const ROUNDING_MS = 1_000;
/** The shortest pause for a vendor that gives no duration. */
const MIN_PAUSE_MS = 500;
/** Requests that a vendor which refuses all of them may get in one pass. */
const MAX_REFUSED = 30;

/**
 * Checks of the vendor's limits, hit at every request in one of three ways. Every run of the suite also checks that the
 * declared ones are respected.
 */
export const limitChecks: readonly ServiceCheck[] = [
  {
    title: "delivers everything within limits far tighter than the declared ones",
    run: (subject) => {
      const declared = subject.definition.declaration.service?.limits ?? [];
      const limits = declared.map((limit) => ({ ...limit, requests: 4, burst: 2, windowMs: 2_000 }));
      return withFixture(subject, { limits }, async (fixture) => {
        expect(limits.length).toBeGreaterThan(0);
        fixture.create(...NAMES);
        await fixture.pass();
        await expectInSync(fixture);
        // Enough requests to hit the limit.
        expect(fixture.network.seen.length).toBeGreaterThan(4);
      });
    },
  },
  {
    title: "pauses as long as the vendor requests, then resumes",
    run: (subject) =>
      forEachRequest(
        subject,
        async (fixture, number) => {
          const refused = refuseOne(fixture, number, SHORT_PAUSE_S);
          await fixture.pass();
          expectNoRequests(fixture, refused(), SHORT_PAUSE_S * 1_000 - ROUNDING_MS);
        },
        { first: 1, every: 3 },
      ),
  },
  {
    title: "slows down when the vendor refuses without a duration",
    run: (subject) =>
      forEachRequest(
        subject,
        async (fixture, number) => {
          const refused = refuseOne(fixture, number);
          expect([undefined, "wait", "unavailable"]).toContain(await passErrorCode(fixture));
          expectNoRequests(fixture, refused(), MIN_PAUSE_MS);
        },
        { first: 2, every: 3 },
      ),
  },
  {
    title: "ends the pass when the vendor requests a long pause, and sends nothing before its end",
    run: (subject) =>
      forEachRequest(
        subject,
        async (fixture, number) => {
          const refused = refuseOne(fixture, number, LONG_PAUSE_S);
          expect(await passErrorCode(fixture)).toBe("wait");
          const error = fixture.thrown.at(-1);
          expect(error instanceof WaitError && error.retryAt).toBeGreaterThanOrEqual(
            (refused()?.at ?? Number.NaN) + LONG_PAUSE_S * 1_000 - ROUNDING_MS,
          );
          fixture.network.setFault(undefined);
          expect(await passErrorCode(fixture)).toBe("wait");
          expectNoRequests(fixture, refused(), LONG_PAUSE_S * 1_000 - ROUNDING_MS);
        },
        { first: 3, every: 3 },
      ),
  },
  {
    title: "ends the pass when the vendor refuses everything, and resumes another day",
    run: (subject) =>
      withFixture(subject, {}, async (fixture) => {
        const ids = [...fixture.create("quartz", "willow")].sort();
        await fixture.pass();
        const before = fixture.network.seen.length;
        fixture.create("ember");
        fixture.network.setFault(() => fixture.vendor.limitReply());
        expect(["wait", "unavailable"]).toContain(await passErrorCode(fixture));
        expect(fixture.network.seen.length - before).toBeLessThan(MAX_REFUSED);
        expect(await fixture.ledgerIds()).toEqual(ids);
        fixture.network.setFault(undefined);
        fixture.time.clock.advance(24 * 60 * 60_000);
        await fixture.pass();
        await expectInSync(fixture);
      }),
  },
];

/** Makes the vendor refuse one request; returns which. */
function refuseOne(fixture: SuiteFixture, number: number, seconds?: number): () => SeenRequest | undefined {
  let refused: SeenRequest | undefined;
  fixture.network.setFault((context) => {
    if (context.number !== number) return undefined;
    refused = { at: fixture.time.clock.now(), url: new URL(context.request.url) };
    return fixture.vendor.limitReply(seconds);
  });
  return () => refused;
}

/** No request under the same limits as the refused one was sent for this long. */
function expectNoRequests(
  { network, limits }: SuiteFixture,
  refused: SeenRequest | undefined,
  forMs: number,
): void {
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
