import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { killContext } from "../../../extension/e2e/helpers/kill-context";
import { serveVendors } from "../../../extension/e2e/helpers/serve-vendors";
import { callAtlas, callAtlasEngine } from "../../../extension/scripts/browser/call-atlas";
import {
  createGrantedBuild,
  createTempProfile,
  launchAtlas,
} from "../../../extension/scripts/browser/launch-atlas";
import { ROOT } from "../../../extension/scripts/paths";
import { plasmoConfig } from "../../../plasmo.config";
import { createRandom } from "../../bench/data/random";
import { github } from "../../connectors/github";
import type { SourceSummary } from "../../contract/sources";
import type { LedgerItem } from "../../model/ledger";
import type { Clock } from "../../ports/clock";
import { checkContent } from "../report/check-content";
import { checkLimits } from "../report/check-limits";
import { checkAtMost, type SoakReport } from "../report/soak-check";
import { createSoakVendor, type SoakVendor, versionIn } from "../vendor/create-soak-vendor";
import { watchWorkerMemory } from "./watch-worker-memory";

export interface BrowserSoakOptions {
  readonly items: number;
  readonly kills: number;
  readonly seed: number;
  readonly clock: Clock;
  /** Limit of the worker's memory, in megabytes. */
  readonly megabytes: number;
  readonly log: (line: string) => void;
}

const POLL_MS = 1_000;
const STALL_MS = 10 * 60_000;
/** GitHub requests for one page of the walk and for one page of the listing. */
const WALK_PAGE_SIZE = 30;
const LIST_PAGE_SIZE = 100;
const LEDGER_PAGE = 2_000;

/**
 * The soak in Chromium, with the built extension, the vendor's real limits and the real clock. Items have no
 * comments, so that the requests of one hour suffice for all of them.
 */
export async function runInBrowser(options: BrowserSoakOptions): Promise<SoakReport> {
  const { items, kills, seed, clock, megabytes } = options;
  const build = join(ROOT, plasmoConfig.output);
  if (!existsSync(build)) throw new Error("Cannot find the extension: run npm run build first");
  const vendor = createSoakVendor({ now: clock.now, items, seed, commentedShare: 0 });
  const vendorServer = await serveVendors([vendor]);
  const profile = await createTempProfile();
  const startedAt = clock.now();
  const atlas = await launchAtlas({
    extension: await createGrantedBuild(build),
    profile: profile.path,
    headless: true,
    switches: vendorServer.switches,
  });
  const memory = await watchWorkerMemory(atlas);
  try {
    const page = await atlas.open("options.html");
    await connect(page, vendor);
    const killPoints = chooseKillPoints(options);
    await syncAll(page, options, async ({ source }) => {
      // After a complete listing, deletions are found one day later.
      const isTime = vendor.log.length >= (killPoints[0] ?? Number.POSITIVE_INFINITY);
      if (!isTime || source.prunedAt !== undefined) return;
      killPoints.shift();
      if ((await killContext(atlas, "service worker")) !== 1)
        throw new Error("There was no service worker to kill");
      vendor.change();
    });
    const summary = await getOnlySource(page);
    const ledger = await readWholeLedger(page, summary);
    const { stats } = await callAtlasEngine(page, "engine-status", {});
    await memory.stop();
    const versions = new Map(ledger.map(({ itemId, version }) => [itemId, version]));
    return {
      where: `Chromium ${atlas.context.browser()?.version()}, the built extension, true limits and clock`,
      figures: {
        items,
        requests: vendor.log.length,
        kills: kills - killPoints.length,
        minutes: Math.round((clock.now() - startedAt) / 60_000),
        "memory samples": memory.samples(),
      },
      claims: [
        ...checkContent(vendor, {
          ledgerIds: ledger.map(({ itemId }) => itemId),
          isCurrent: (id, print) => versions.get(id) === versionIn(print),
          failed: summary.counts.failed,
          kills,
        }),
        checkAtMost(
          "documents in the index beside those of the ledger",
          Math.abs(stats.documents - ledger.length),
          0,
        ),
        ...checkLimits(github.declaration.service?.limits ?? [], vendor.log),
        checkAtMost("memory of the service worker, garbage included", memory.peak(), megabytes, " MB"),
      ],
    };
  } finally {
    await atlas.close();
    await profile.remove();
    await vendorServer.close();
  }
}

async function connect(page: Page, { token }: SoakVendor): Promise<void> {
  await callAtlas(page, "source-connect", {
    connectorId: github.declaration.id,
    settings: { files: false },
    signInId: "soak",
    signIn: { methodId: "token", entered: { token } },
  });
}

/** Numbers of requests after which to kill: anywhere in the walk, and once in the listing. */
function chooseKillPoints({ items, kills, seed }: BrowserSoakOptions): number[] {
  const random = createRandom(seed, 3);
  const [walk, list] = [Math.ceil(items / WALK_PAGE_SIZE), Math.ceil(items / LIST_PAGE_SIZE)];
  const points = Array.from({ length: Math.max(0, kills - 1) }, () => 1 + random.below(walk));
  return [...points, ...(kills > 0 ? [walk + kills + random.below(Math.ceil(list / 2))] : [])].sort(
    (a, b) => a - b,
  );
}

/** Runs until everything has been read, listed and indexed, and then once more for new items. */
async function syncAll(
  page: Page,
  { log }: BrowserSoakOptions,
  step: (summary: SourceSummary) => Promise<void>,
): Promise<void> {
  const first = await pollUntil(page, step, ({ source }) => source.prunedAt !== undefined);
  log("everything is read and listed; looking for what is new …");
  await callAtlas(page, "source-sync", { sourceId: first.source.id });
  await pollUntil(
    page,
    async () => {},
    ({ source }) => source.lastSyncAt !== first.source.lastSyncAt,
  );

  /** Any message starts a killed worker again. */
  async function pollUntil(
    page: Page,
    step: (summary: SourceSummary) => Promise<void>,
    isOver: (summary: SourceSummary) => boolean,
  ): Promise<SourceSummary> {
    let last = "";
    let stalled = 0;
    for (let polls = 0; stalled < STALL_MS; polls++) {
      const summary = await getOnlySource(page);
      const { source, counts } = summary;
      if (source.state === "idle" && counts.pending === 0 && isOver(summary)) return summary;
      if (polls % 30 === 0) log(`${counts.found} found, ${counts.indexed} indexed, ${source.state}`);
      const now = JSON.stringify([counts, summary.service?.quota]);
      stalled = now === last ? stalled + POLL_MS : 0;
      last = now;
      await step(summary);
      await page.waitForTimeout(POLL_MS);
    }
    throw new Error(`Cannot finish: nothing moved for ${STALL_MS / 60_000} minutes`);
  }
}

async function getOnlySource(page: Page): Promise<SourceSummary> {
  const [summary] = await callAtlas(page, "source-list", {});
  if (!summary) throw new Error("The source is gone");
  return summary;
}

async function readWholeLedger(
  page: Page,
  { source, counts }: SourceSummary,
): Promise<readonly LedgerItem[]> {
  const all: LedgerItem[] = [];
  for (let offset = 0; offset < counts.found; offset += LEDGER_PAGE) {
    const query = { sourceId: source.id, offset, limit: LEDGER_PAGE };
    all.push(...(await callAtlas(page, "ledger-list", query)));
  }
  return all;
}
