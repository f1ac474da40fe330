import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";

/** The step at which the engine worker halts, so that it can be killed there. */
export interface CrashPoint {
  /** Number of the step since the start of the worker, from 1; null for no halt. */
  readonly step: number | null;
}

export interface CrashBuild {
  readonly path: string;
  /** Sets the step at which the next worker halts. */
  plan(crashPoint: CrashPoint): Promise<void>;
}

/** The channel on which the worker posts the name of the step at which it halts. */
const CHANNEL = "atlas-crash-step";

/**
 * A copy of the build whose engine worker halts at a chosen step of the transactions that write the index: before each,
 * at the first write to each of its tables, and after its commit.
 */
export async function createCrashBuild(extension: string): Promise<CrashBuild> {
  const path = `${extension}-crash`;
  await rm(path, { recursive: true, force: true });
  await cp(extension, path, { recursive: true });
  const worker = join(path, "engine/worker.js");
  const code = await readFile(worker, "utf8");
  await writeFile(worker, `(${haltAtStep})(${JSON.stringify(CHANNEL)});\n${code}`);
  const plan = (crashPoint: CrashPoint) =>
    writeFile(join(path, "engine/crash-point.json"), JSON.stringify(crashPoint));
  await plan({ step: null });
  return { path, plan };
}

/** Resolves with the name of the step at which the worker halts. */
export function nextCrash(page: Page): Promise<string> {
  return page.evaluate(
    (channel) =>
      new Promise<string>((resolve) => {
        new BroadcastChannel(channel).onmessage = ({ data }) => resolve(data);
      }),
    CHANNEL,
  );
}

/** Runs inside the worker before its code; must be self-contained. */
function haltAtStep(channel: string): void {
  const request = new XMLHttpRequest();
  request.open("GET", "crash-point.json", false);
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
