import { setMaxListeners } from "node:events";
import { createRandom } from "../../bench/data/random";
import { github } from "../../connectors/github";
import type { Clock } from "../../ports/clock";
import { createFuse } from "../../testing/fuse";
import { atMost, type SoakReport } from "../report/claim";
import { contentClaims } from "../report/content-claims";
import { limitClaims } from "../report/limit-claims";
import type { HeapWatch } from "./heap-watch";
import { createSoakLab, type SoakLab } from "./soak-lab";

export interface NodeSoakOptions {
  readonly items: number;
  readonly kills: number;
  readonly seed: number;
  /** The machine's own. */
  readonly clock: Clock;
  /** Absent where memory is not of interest. */
  readonly heap?: HeapWatch;
  readonly say: (line: string) => void;
}

const HOUR = 60 * 60_000;
/** Store calls, requests and pauses that an item of the walk takes, as a first guess at where to die. */
const STEPS_AN_ITEM = 7;
/** Where to die in later passes, which are short. */
const LATER_STEPS = 1_500;
/** Wake-ups of Chrome: at once, or half a minute later. */
const SLEEP_MS = 30_000;
export const MOST_MEGABYTES = 300;

// Requests queue up by the hundred on one signal, which Node takes for a leak.
setMaxListeners(0);

/** A sync of so many items from a changing vendor, killed at random steps, on a fake clock and under full limits. */
export async function runInNode(options: NodeSoakOptions): Promise<SoakReport> {
  const { items, kills, seed, clock, heap, say } = options;
  const begun = clock.now();
  const lab = await createSoakLab({ items, seed, onRequest: () => heap?.look() });
  const start = lab.time.clock.now();
  await dieAgainAndAgain(lab, options);
  await settle(lab);
  heap?.lookNow();
  say("comparing with the vendor …");
  const source = await lab.source();
  const ledger = await lab.store.ledger(source.id, { offset: 0, limit: items * 2 });
  const { failed } = await lab.store.counts(source.id);
  lab.store.close();
  return {
    where: "Node, on a fake clock",
    figures: {
      items,
      requests: lab.vendor.log.length,
      kills,
      "hours of the clock": Math.round((lab.time.clock.now() - start) / HOUR),
      seconds: Math.round((clock.now() - begun) / 1_000),
    },
    claims: [
      ...contentClaims(lab.vendor, {
        ledgerIds: ledger.map(({ itemId }) => itemId),
        isCurrent: (id, print) => lab.engine.indexed.get(id) === print,
        doubled: lab.doubled(),
        failed,
        kills,
      }),
      ...limitClaims(github.declaration.service?.limits ?? [], lab.vendor.log),
      ...(heap
        ? [atMost("memory, the vendor's and the database's too", heap.peak(), MOST_MEGABYTES, " MB")]
        : []),
    ],
  };
}

/** Lives of the service worker, each cut off somewhere, while the vendor goes on changing. */
async function dieAgainAndAgain(lab: SoakLab, { items, kills, seed, say }: NodeSoakOptions): Promise<void> {
  const random = createRandom(seed, 2);
  const firstSteps = (2 * items * STEPS_AN_ITEM) / (kills + 1);
  for (let killed = 0; killed < kills; ) {
    const { lastSyncAt } = await lab.source();
    const most = lastSyncAt === undefined ? firstSteps : LATER_STEPS;
    const fuse = createFuse(1 + random.below(Math.max(1, Math.round(most))));
    await lab.live(fuse);
    if (fuse.blown) killed++;
    if (fuse.blown && killed % 10 === 0) say(`killed ${killed} times, ${lab.vendor.log.length} requests`);
    lab.vendor.change();
    lab.time.clock.advance(random.below(2) * SLEEP_MS + 1_000);
    await sleepUntilDue(lab);
  }
}

/** The vendor has come to rest: two days later everything must be as it is there. */
async function settle(lab: SoakLab): Promise<void> {
  for (let day = 0; day < 3; day++) {
    do {
      await sleepUntilDue(lab);
      await lab.live();
    } while ((await lab.source()).problem?.code === "wait");
    lab.time.clock.advance(24 * HOUR);
  }
}

async function sleepUntilDue(lab: SoakLab): Promise<void> {
  const { state, dueAt } = await lab.source();
  const { clock } = lab.time;
  if (state !== "syncing") clock.advance(Math.max(0, dueAt - clock.now()));
}
