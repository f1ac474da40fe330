import { parseCommandLine, parseInteger } from "../../../extension/scripts/command/parse-command-line";

export const TARGETS = ["node", "browser"] as const;
export type SoakTarget = (typeof TARGETS)[number];

export interface SoakOptions {
  /** Items of the fake vendor. */
  readonly items: number;
  /** How often the service worker dies in Node; in the browser it is a fifth of that. */
  readonly kills: number;
  /** Decides what the vendor holds and when the worker dies. */
  readonly seed: number;
  readonly targets: readonly SoakTarget[];
  /** Only JSON on stdout. */
  readonly json: boolean;
}

const TEXT = { type: "string" } as const;
const OPTIONS = { items: TEXT, kills: TEXT, seed: TEXT, only: TEXT, json: { type: "boolean" } } as const;
const USAGE = "npm run soak -- [--items 50000] [--kills 100] [--seed 1] [--only node|browser] [--json]";

/** Reads the command line. Throws an Error of one line for anything it does not know. */
export function parseSoakOptions(args: readonly string[]): SoakOptions {
  const { items, kills, seed, only, json } = parseCommandLine(args, { options: OPTIONS, usage: USAGE });
  return {
    items: parseInteger("--items", items ?? "50000", { min: 100, max: 1_000_000 }),
    kills: parseInteger("--kills", kills ?? "100", { min: 0, max: 10_000 }),
    seed: parseInteger("--seed", seed ?? "1", { min: 0, max: 2 ** 31 }),
    targets: only === undefined ? TARGETS : [toTarget(only)],
    json: json === true,
  };
}

function toTarget(name: string): SoakTarget {
  const target = TARGETS.find((known) => known === name);
  if (target) return target;
  throw new Error(`Cannot run in "${name}": choose from ${TARGETS.join(", ")}`);
}
