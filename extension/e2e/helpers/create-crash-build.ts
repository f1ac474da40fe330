import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";

/** Where the engine worker stops for good, so that it can be killed just there. */
export interface CrashPoint {
  /** Counted from its start, from 1; null lets it live. */
  readonly step: number | null;
}

export interface CrashBuild {
  readonly path: string;
  /** Says where the worker that starts next dies. */
  plan(crashPoint: CrashPoint): Promise<void>;
}

/** The worker tells the name of the step it stopped at on this channel. */
const CHANNEL = "atlas-death";

/**
 * A copy of the build whose engine worker stops at a chosen step of the transactions that write the index:
 * before each, at the first write to each of its tables, and after its commit. All else is the product.
 */
export async function createCrashBuild(extension: string): Promise<CrashBuild> {
  const path = `${extension}-deadly`;
  await rm(path, { recursive: true, force: true });
  await cp(extension, path, { recursive: true });
  const worker = join(path, "engine/worker.js");
  const code = await readFile(worker, "utf8");
  await writeFile(worker, `(${haltAtStep})(${JSON.stringify(CHANNEL)});\n${code}`);
  const plan = (crashPoint: CrashPoint) =>
    writeFile(join(path, "engine/death.json"), JSON.stringify(crashPoint));
  await plan({ step: null });
  return { path, plan };
}

/** Resolves with the name of the step at which the worker stops. */
export function nextCrash(page: Page): Promise<string> {
  return page.evaluate(
    (channel) =>
      new Promise<string>((resolve) => {
        new BroadcastChannel(channel).onmessage = ({ data }) => resolve(data);
      }),
    CHANNEL,
  );
}

/** Runs inside the worker, before its own code; must not refer to anything outside. */
function haltAtStep(channel: string): void {
  const request = new XMLHttpRequest();
  request.open("GET", "death.json", false);
  request.send();
  const { step } = JSON.parse(request.responseText);
  const broadcast = new BroadcastChannel(channel);
  let steps = 0;
  const countStep = (name: string) => {
    if (++steps !== step) return;
    broadcast.postMessage(name);
    for (;;);
  };
  const touched = new WeakMap<IDBTransaction, Set<string>>();
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const names = [stores].flat();
    const kind = names.includes("documents") ? "indexing" : "merging";
    const counts = mode === "readwrite" && names.includes("segments");
    if (counts) countStep(`before ${kind}`);
    const transaction = begin.call(this, stores, mode, options);
    if (counts) {
      touched.set(transaction, new Set());
      transaction.addEventListener("complete", () => countStep(`after ${kind}`));
    }
    return transaction;
  };
  for (const name of ["put", "add", "delete"] as const) {
    const write: (...values: never[]) => IDBRequest = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...values: unknown[]) {
      const seen = touched.get(this.transaction);
      const what = `${name} in ${this.name}`;
      if (seen && !seen.has(what)) countStep(what);
      seen?.add(what);
      return Reflect.apply(write, this, values);
    };
  }
}
