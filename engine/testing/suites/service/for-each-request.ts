import { expectInSync, withFixture } from "./expectations";
import type { ServiceSubject, SuiteFixture } from "./suite-fixture";

/** Longer than every back-off, breaker and pause. */
export const RECOVERY_MS = 6 * 60 * 60_000;

/** The first request of a check and the step to its next: checks share the requests in turn. */
export interface RequestStride {
  readonly first: number;
  readonly every: number;
}

/**
 * Runs a first pass over a small vendor once for each of its requests, with a fault at that one. After the faults
 * another pass must deliver everything, and nothing twice.
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
