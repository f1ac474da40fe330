import { readCommandLine, toWhole } from "../../../extension/scripts/read-command-line";

export const PLACES = ["node", "browser"] as const;
export type Place = (typeof PLACES)[number];

export interface SoakOptions {
  /** Items of the fake vendor. */
  readonly items: number;
  /** How often the service worker dies in Node; in the browser it is a fifth of that. */
  readonly kills: number;
  /** Decides what the vendor holds and when the worker dies. */
  readonly seed: number;
  readonly places: readonly Place[];
  /** Only JSON on stdout. */
  readonly json: boolean;
}

const TEXT = { type: "string" } as const;
const OPTIONS = { items: TEXT, kills: TEXT, seed: TEXT, only: TEXT, json: { type: "boolean" } } as const;
const USAGE = "npm run soak -- [--items 50000] [--kills 100] [--seed 1] [--only node|browser] [--json]";

/** Reads the command line. Throws an Error of one line for anything it does not know. */
export function parseSoakOptions(args: readonly string[]): SoakOptions {
  const { items, kills, seed, only, json } = readCommandLine(args, { options: OPTIONS, usage: USAGE });
  return {
    items: toWhole("--items", items ?? "50000", { least: 100, most: 1_000_000 }),
    kills: toWhole("--kills", kills ?? "100", { least: 0, most: 10_000 }),
    seed: toWhole("--seed", seed ?? "1", { least: 0, most: 2 ** 31 }),
    places: only === undefined ? PLACES : [toPlace(only)],
    json: json === true,
  };
}

function toPlace(name: string): Place {
  const place = PLACES.find((known) => known === name);
  if (place) return place;
  throw new Error(`Cannot run in "${name}": choose from ${PLACES.join(", ")}`);
}
