import { expect } from "vitest";
import { expectInSync, passErrorCode, withFixture } from "./expectations";
import type { Fault } from "./fake-network";
import { forEachRequest, RECOVERY_MS } from "./for-each-request";
import type { ServiceCheck } from "./service-check";
import type { SuiteFixture } from "./suite-fixture";

/** Transient faults of a request, which are retried at once. */
const TRANSIENT_FAULTS: Readonly<Record<string, Fault>> = {
  "is answered by a server error": () => new Response("Internal error", { status: 500 }),
  "is answered by a gateway's page": () =>
    new Response("<html>Bad gateway</html>", { status: 502, headers: { "Content-Type": "text/html" } }),
  "finds no connection": () => Promise.reject(new TypeError("Failed to fetch")),
  "is never answered": ({ signal }) =>
    new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason))),
  "is answered by half a body": async ({ reply }) => cutShort(await reply()),
};

/** Faults that a retry at once does not remedy. */
const PERSISTENT_FAULTS: Readonly<Record<string, Fault>> = {
  "is answered by a page of words": () =>
    new Response("<html>Down for maintenance</html>", { headers: { "Content-Type": "text/html" } }),
  "is answered by JSON of another kind": () => Response.json("maintenance"),
};

/** Checks of network faults. */
export const faultChecks: readonly ServiceCheck[] = [
  {
    title: "has the same result when any one request fails once",
    run: (subject) =>
      forEachRequest(subject, async (fixture, number) => {
        failOnce(fixture, number, TRANSIENT_FAULTS);
        expect(await passErrorCode(fixture), `request ${number}`).toBe(undefined);
      }),
  },
  {
    title: "loses nothing when any one request gets another reply",
    run: (subject) =>
      forEachRequest(subject, async (fixture, number) => {
        failOnce(fixture, number, PERSISTENT_FAULTS);
        expect([undefined, "unavailable"], `request ${number}`).toContain(await passErrorCode(fixture));
      }),
  },
  ...Object.entries({ ...TRANSIENT_FAULTS, ...PERSISTENT_FAULTS }).map(
    ([what, fault]): ServiceCheck => ({
      title: `is unavailable and keeps what it has when every request ${what}`,
      run: (subject) =>
        withFixture(subject, {}, async (fixture) => {
          const ids = [...fixture.create("quartz", "willow", "ember")].sort();
          await fixture.pass();
          fixture.update("willow");
          fixture.network.setFault(fault);
          expect(await passErrorCode(fixture, { pullOnly: true })).toBe("unavailable");
          expect(await fixture.ledgerIds()).toEqual(ids);
          fixture.network.setFault(undefined);
          fixture.time.clock.advance(RECOVERY_MS);
          await fixture.pass();
          await expectInSync(fixture);
        }),
    }),
  ),
  {
    title: "stops within a page when it is cancelled",
    run: (subject) =>
      forEachRequest(subject, async (fixture, number) => {
        const controller = new AbortController();
        let sent = 0;
        fixture.network.setFault((context) => {
          if (context.number < number) return undefined;
          if (context.number === number) {
            controller.abort();
            sent = fixture.network.seen.length;
          }
          return context.signal?.aborted ? Promise.reject(context.signal.reason) : undefined;
        });
        await expect(fixture.pass({ signal: controller.signal })).rejects.toMatchObject({
          name: "AbortError",
        });
        expect(fixture.network.seen.length - sent, "requests after the cancel").toBe(0);
      }),
  },
];

/** The faults in turn, request by request. */
function failOnce(fixture: SuiteFixture, number: number, faults: Readonly<Record<string, Fault>>): void {
  const all = Object.values(faults);
  const fault = all[number % all.length];
  fixture.network.setFault((context) => (context.number === number ? fault?.(context) : undefined));
}

function cutShort(reply: Response): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{"'));
      controller.error(new TypeError("terminated"));
    },
  });
  return new Response(reply.body === null ? null : body, reply);
}
