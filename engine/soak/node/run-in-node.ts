import { setMaxListeners } from "node:events";
import { createRandom } from "../../bench/data/random";
import { github } from "../../connectors/github";
import type { Clock } from "../../ports/clock";
import { createFuse } from "../../testing/crash-recovery/fuse";
import { checkContent } from "../report/check-content";
import { checkLimits } from "../report/check-limits";
import { checkAtMost, type SoakReport } from "../report/soak-check";
import type { HeapMonitor } from "./create-heap-monitor";
import { createSoakFixture, type SoakFixture } from "./soak-fixture";

export interface NodeSoakOptions {
  readonly items: number;
  readonly kills: number;
  readonly seed: number;
  /** The real clock. */
  readonly clock: Clock;
  /** Absent when memory is not measured. */
  readonly heap?: HeapMonitor;
  readonly log: (line: string) => void;
}

const HOUR = 60 * 60_000;
/** Store calls, requests and pauses for one item of the walk: a first estimate for the times of the kills. */
const STEPS_PER_ITEM = 7;
/** Times of the kills in later passes, which are short. */
const LATER_PASS_STEPS = 1_500;
/** Delays until Chrome wakes the worker: none, or half a minute. */
const SLEEP_MS = 30_000;
export const MAX_MEGABYTES = 300;

// Hundreds of requests wait on one signal, which Node reports as a leak.
setMaxListeners(0);

/** A sync of many items from a changing vendor on a fake clock and with all limits, killed at random steps. */
export async function runInNode(options: NodeSoakOptions): Promise<SoakReport> {
  const { items, kills, seed, clock, heap, log } = options;
  const startedAt = clock.now();
  const fixture = await createSoakFixture({ items, seed, onRequest: () => heap?.sampleSometimes() });
  const start = fixture.time.clock.now();
  await runWithKills(fixture, options);
  await runUntilSettled(fixture);
  heap?.sampleNow();
  log("comparing with the vendor …");
  const source = await fixture.source();
  const ledger = await fixture.store.ledger(source.id, { offset: 0, limit: items * 2 });
  const { failed } = await fixture.store.counts(source.id);
  fixture.store.close();
  return {
    where: "Node, on a fake clock",
    figures: {
      items,
      requests: fixture.vendor.log.length,
      kills,
      "hours of the clock": Math.round((fixture.time.clock.now() - start) / HOUR),
      seconds: Math.round((clock.now() - startedAt) / 1_000),
    },
    claims: [
      ...checkContent(fixture.vendor, {
        ledgerIds: ledger.map(({ itemId }) => itemId),
        isCurrent: (id, print) => fixture.engine.indexed.get(id) === print,
        duplicateCommits: fixture.duplicateCommits(),
        failed,
        kills,
      }),
      ...checkLimits(github.declaration.service?.limits ?? [], fixture.vendor.log),
      ...(heap
        ? [checkAtMost("memory, the vendor's and the database's too", heap.peak(), MAX_MEGABYTES, " MB")]
        : []),
    ],
  };
}

/** Lives of the service worker, each killed at some step, while the vendor changes. */
async function runWithKills(
  fixture: SoakFixture,
  { items, kills, seed, log }: NodeSoakOptions,
): Promise<void> {
  const random = createRandom(seed, 2);
  const firstSteps = (2 * items * STEPS_PER_ITEM) / (kills + 1);
  for (let killed = 0; killed < kills; ) {
    const { lastSyncAt } = await fixture.source();
    const maxSteps = lastSyncAt === undefined ? firstSteps : LATER_PASS_STEPS;
    const fuse = createFuse(1 + random.below(Math.max(1, Math.round(maxSteps))));
    await fixture.runWorker(fuse);
    if (fuse.blown) killed++;
    if (fuse.blown && killed % 10 === 0) log(`killed ${killed} times, ${fixture.vendor.log.length} requests`);
    fixture.vendor.change();
    fixture.time.clock.advance(random.below(2) * SLEEP_MS + 1_000);
    await advanceUntilDue(fixture);
  }
}

/** The vendor no longer changes. Two days later, everything must be as it is at the vendor. */
async function runUntilSettled(fixture: SoakFixture): Promise<void> {
  for (let day = 0; day < 3; day++) {
    do {
      await advanceUntilDue(fixture);
      await fixture.runWorker();
    } while ((await fixture.source()).problem?.code === "wait");
    fixture.time.clock.advance(24 * HOUR);
  }
}

async function advanceUntilDue(fixture: SoakFixture): Promise<void> {
  const { state, dueAt } = await fixture.source();
  const { clock } = fixture.time;
  if (state !== "syncing") clock.advance(Math.max(0, dueAt - clock.now()));
}
