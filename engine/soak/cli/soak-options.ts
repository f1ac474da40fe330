import { parseCommandLine, parseInteger } from "../../../extension/scripts/command/parse-command-line";

export const TARGETS = ["node", "browser"] as const;
export type SoakTarget = (typeof TARGETS)[number];

export interface SoakOptions {
  /** Items of the fake vendor. */
  readonly items: number;
  /** Number of service worker kills in Node. The browser run makes a fifth of them. */
  readonly kills: number;
  /** Seed of the vendor's content and of the times of the kills. */
  readonly seed: number;
  readonly targets: readonly SoakTarget[];
  /** Print only JSON to stdout. */
  readonly json: boolean;
}

const TEXT = { type: "string" } as const;
const OPTIONS = { items: TEXT, kills: TEXT, seed: TEXT, only: TEXT, json: { type: "boolean" } } as const;
const USAGE = "npm run soak -- [--items 50000] [--kills 100] [--seed 1] [--only node|browser] [--json]";

/** Parses the command line. Throws an Error with a one-line message for anything unknown. */
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
