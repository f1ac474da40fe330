import { expectInSync, withFixture } from "./expectations";
import type { ServiceSubject, SuiteFixture } from "./suite-fixture";

/** Long enough for every back-off, breaker and pause to be over. */
export const RECOVERY_MS = 6 * 60 * 60_000;

/** Every so many requests, beginning with this one: checks that take turns. */
export interface RequestStride {
  readonly first: number;
  readonly every: number;
}

/**
 * A first pass over a small vendor for every request it takes, with something happening at that one. Whatever
 * happened, once calm has returned another pass must leave nothing out and nothing doubled.
 */
export async function forEachRequest(
  subject: ServiceSubject,
  inject: (fixture: SuiteFixture, number: number) => Promise<void>,
  { first, every }: RequestStride = { first: 1, every: 1 },
): Promise<void> {
  const requests = await withSmallVendor(subject, async (fixture) => {
    const before = fixture.network.seen.length;
    await fixture.pass();
    return fixture.network.seen.length - before;
  });
  if (requests < first)
    throw new Error(`A pass over a small vendor takes ${requests} requests: too few to test`);
  for (let number = first; number <= requests; number += every) {
    await withSmallVendor(subject, async (fixture) => {
      await inject(fixture, number);
      fixture.network.setFault(undefined);
      fixture.time.clock.advance(RECOVERY_MS);
      await fixture.pass();
      await expectInSync(fixture);
    });
  }
}

async function withSmallVendor<T>(
  subject: ServiceSubject,
  use: (fixture: SuiteFixture) => Promise<T>,
): Promise<T> {
  const results: T[] = [];
  await withFixture(subject, {}, async (fixture) => {
    fixture.create("quartz", "willow", "ember");
    results.push(await use(fixture));
  });
  return results[0] as T;
}
