import type { Passage } from "../../model/passage";
import { findStatements } from "./find-statements";
import { LEAST_SUPPORT, measureSupport, type SupportTools } from "./measure-support";

export interface CheckedAnswer {
  /** Stretches `[start, end)` of the text that no passage bears out, in order. */
  readonly unsupported: readonly (readonly [number, number])[];
  /** True when not one statement is borne out. */
  readonly isBaseless: boolean;
}

/**
 * Holds every statement of an answer against the passages it cites, those without a citation against all that were
 * cited. A lead-in that ends in a colon claims nothing by itself.
 */
export async function checkStatements(
  text: string,
  cited: ReadonlyMap<number, Passage>,
  tools: SupportTools,
): Promise<CheckedAnswer> {
  const unsupported: (readonly [number, number])[] = [];
  let supported = 0;
  for (const { start, end, words, citations } of findStatements(text)) {
    if (citations.length === 0 && words.endsWith(":")) continue;
    const passages = citations.flatMap((n) => cited.get(n) ?? []);
    const judged = passages.length > 0 ? passages : [...cited.values()];
    const supports = await Promise.all(judged.map((passage) => measureSupport(words, passage, tools)));
    if (supports.some(({ score }) => score >= LEAST_SUPPORT)) supported++;
    else unsupported.push([start, end]);
  }
  return { unsupported, isBaseless: supported === 0 };
}
