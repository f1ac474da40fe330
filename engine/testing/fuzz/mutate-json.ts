import { type Path, pathsOf } from "./paths-of";

/** A copy of a value with one part changed. */
export interface Mutation {
  /** Where and how: "attendees.0.email is null". */
  readonly title: string;
  /** The first key of the path to the part. */
  readonly field: string;
  readonly value: unknown;
}

const DROPPED = Symbol("dropped");
/** What a part is replaced by; the kinds of JSON, and what a vendor may add later. */
const REPLACEMENTS: readonly (readonly [string, unknown])[] = [
  ["is dropped", DROPPED],
  ["is null", null],
  ["is a number", 7],
  ["is an unknown word", "unheard-of"],
  ["is empty", ""],
  ["is a boolean", true],
  ["is an empty list", []],
  ["is a list of anything", [null, 7, "x", {}, []]],
  ["is an empty object", {}],
  ["is an unknown object", { type: "unheard-of", kind: "unheard-of", __typename: "UnheardOf", text: 7 }],
];

/** Every part of a value, in turn dropped, null, empty, of another type or of an unknown kind. */
export function mutateJson(sample: unknown): readonly Mutation[] {
  return pathsOf(sample).flatMap((path) =>
    REPLACEMENTS.map(([how, replacement]) => ({
      title: `${path.join(".")} ${how}`,
      field: String(path[0]),
      value: replaceAt(sample, path, replacement),
    })),
  );
}

function replaceAt(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value)) {
    return value
      .map((child, at) => (at === key ? replaceAt(child, rest, replacement) : child))
      .filter((child) => child !== DROPPED);
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(
    ([name, child]) => [name, name === key ? replaceAt(child, rest, replacement) : child] as const,
  );
  return Object.fromEntries(entries.filter(([, child]) => child !== DROPPED));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
