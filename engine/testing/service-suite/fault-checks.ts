import { expect } from "vitest";
import { atEveryRequest, CALM_MS } from "./at-every-request";
import { endOfPass, expectCurrent, inLab } from "./expectations";
import type { Fault } from "./fake-network";
import type { ServiceCheck } from "./service-check";
import type { ServiceLab } from "./service-lab";

/** Ways a request goes wrong through nobody's fault; each is worth another try at once. */
const PASSING_FAULTS: Readonly<Record<string, Fault>> = {
  "is answered by a server error": () => new Response("Internal error", { status: 500 }),
  "is answered by a gateway's page": () =>
    new Response("<html>Bad gateway</html>", { status: 502, headers: { "Content-Type": "text/html" } }),
  "finds no connection": () => Promise.reject(new TypeError("Failed to fetch")),
  "is never answered": ({ signal }) =>
    new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason))),
  "is answered by half a body": async ({ reply }) => cutShort(await reply()),
};

/** Ways that no other try at once can help with. */
const STUBBORN_FAULTS: Readonly<Record<string, Fault>> = {
  "is answered by a page of words": () =>
    new Response("<html>Down for maintenance</html>", { headers: { "Content-Type": "text/html" } }),
  "is answered by JSON of another kind": () => Response.json("maintenance"),
};

/** Trouble on the way to the vendor. */
export const faultChecks: readonly ServiceCheck[] = [
  {
    title: "notices nothing of any one request that fails once",
    run: (subject) =>
      atEveryRequest(subject, async (lab, number) => {
        failOnce(lab, number, PASSING_FAULTS);
        expect(await endOfPass(lab), `request ${number}`).toBe(undefined);
      }),
  },
  {
    title: "loses nothing when any one request is answered by something else",
    run: (subject) =>
      atEveryRequest(subject, async (lab, number) => {
        failOnce(lab, number, STUBBORN_FAULTS);
        expect([undefined, "unavailable"], `request ${number}`).toContain(await endOfPass(lab));
      }),
  },
  ...Object.entries({ ...PASSING_FAULTS, ...STUBBORN_FAULTS }).map(
    ([what, fault]): ServiceCheck => ({
      title: `is unavailable and keeps what it has when every request ${what}`,
      run: (subject) =>
        inLab(subject, {}, async (lab) => {
          const ids = [...lab.create("quartz", "willow", "ember")].sort();
          await lab.pass();
          lab.update("willow");
          lab.network.setFault(fault);
          expect(await endOfPass(lab, { pullOnly: true })).toBe("unavailable");
          expect(await lab.ledgerIds()).toEqual(ids);
          lab.network.setFault(undefined);
          lab.time.clock.advance(CALM_MS);
          await lab.pass();
          await expectCurrent(lab);
        }),
    }),
  ),
  {
    title: "stops within a page when it is cancelled",
    run: (subject) =>
      atEveryRequest(subject, async (lab, number) => {
        const controller = new AbortController();
        let sent = 0;
        lab.network.setFault((context) => {
          if (context.number < number) return undefined;
          if (context.number === number) {
            controller.abort();
            sent = lab.network.seen.length;
          }
          return context.signal?.aborted ? Promise.reject(context.signal.reason) : undefined;
        });
        await expect(lab.pass({ signal: controller.signal })).rejects.toMatchObject({ name: "AbortError" });
        expect(lab.network.seen.length - sent, "requests after the cancel").toBe(0);
      }),
  },
];

/** Each fault has its turn, request by request. */
function failOnce(lab: ServiceLab, number: number, faults: Readonly<Record<string, Fault>>): void {
  const all = Object.values(faults);
  const fault = all[number % all.length];
  lab.network.setFault((context) => (context.number === number ? fault?.(context) : undefined));
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
