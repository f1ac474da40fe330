import { parseArgs } from "node:util";

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

const USAGE = "npm run soak -- [--items 50000] [--kills 100] [--seed 1] [--only node|browser] [--json]";

/** Reads the command line. Throws an Error of one line for anything it does not know. */
export function parseSoakOptions(args: readonly string[]): SoakOptions {
  const { items, kills, seed, only, json } = parse(args);
  return {
    items: toWhole("--items", items ?? "50000", { least: 100, most: 1_000_000 }),
    kills: toWhole("--kills", kills ?? "100", { least: 0, most: 10_000 }),
    seed: toWhole("--seed", seed ?? "1", { least: 0, most: 2 ** 31 }),
    places: only === undefined ? PLACES : [toPlace(only)],
    json: json === true,
  };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { items: text, kills: text, seed: text, only: text, json: { type: "boolean" } },
    }).values;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.split(".")[0] : String(cause);
    throw new Error(`Cannot read the options: ${detail}; usage: ${USAGE}`, { cause });
  }
}

function toWhole(
  name: string,
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`Cannot take ${name} "${text}": give a whole number from ${least} to ${most}`);
}

function toPlace(name: string): Place {
  const place = PLACES.find((known) => known === name);
  if (place) return place;
  throw new Error(`Cannot run in "${name}": choose from ${PLACES.join(", ")}`);
}
