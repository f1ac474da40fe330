import { expectCurrent, inLab } from "./expectations";
import type { ServiceLab, ServiceSubject } from "./service-lab";

/** Long enough for every back-off, breaker and pause to be over. */
export const CALM_MS = 6 * 60 * 60_000;

/** Every so many requests, beginning with this one: checks that take turns. */
export interface Turn {
  readonly first: number;
  readonly every: number;
}

/**
 * A first pass over a small vendor for every request it takes, with something happening at that one. Whatever
 * happened, once calm has returned another pass must leave nothing out and nothing doubled.
 */
export async function atEveryRequest(
  subject: ServiceSubject,
  happens: (lab: ServiceLab, number: number) => Promise<void>,
  { first, every }: Turn = { first: 1, every: 1 },
): Promise<void> {
  const requests = await inSmallWorld(subject, async (lab) => {
    const before = lab.network.seen.length;
    await lab.pass();
    return lab.network.seen.length - before;
  });
  if (requests < first)
    throw new Error(`A pass over a small vendor takes ${requests} requests: too few to test`);
  for (let number = first; number <= requests; number += every) {
    await inSmallWorld(subject, async (lab) => {
      await happens(lab, number);
      lab.network.setFault(undefined);
      lab.time.clock.advance(CALM_MS);
      await lab.pass();
      await expectCurrent(lab);
    });
  }
}

async function inSmallWorld<T>(subject: ServiceSubject, use: (lab: ServiceLab) => Promise<T>): Promise<T> {
  const results: T[] = [];
  await inLab(subject, {}, async (lab) => {
    lab.create("quartz", "willow", "ember");
    results.push(await use(lab));
  });
  return results[0] as T;
}
