import type { Passage } from "../../../model/passage";
import { findClaims } from "./find-claims";
import { MIN_SUPPORT, type SupportDeps, scoreSupport } from "./score-support";

export interface Verification {
  /** Stretches `[start, end)` of the text that no passage supports, in order. */
  readonly unsupported: readonly (readonly [number, number])[];
  /** True when no claim is supported. */
  readonly isFullyUnsupported: boolean;
}

/**
 * Compares every claim of an answer with the passages it cites, and one without a citation with all that are cited. A
 * lead-in that ends in a colon claims nothing.
 */
export async function verifyClaims(
  answerText: string,
  cited: ReadonlyMap<number, Passage>,
  deps: SupportDeps,
): Promise<Verification> {
  const unsupported: (readonly [number, number])[] = [];
  let supported = 0;
  for (const { start, end, text, citations } of findClaims(answerText, deps.language)) {
    if (citations.length === 0 && text.endsWith(":")) continue;
    const passages = citations.flatMap((n) => cited.get(n) ?? []);
    const compared = passages.length > 0 ? passages : [...cited.values()];
    const supports = await Promise.all(compared.map((passage) => scoreSupport(text, passage, deps)));
    if (supports.some(({ score }) => score >= MIN_SUPPORT)) supported++;
    else unsupported.push([start, end]);
  }
  return { unsupported, isFullyUnsupported: supported === 0 };
}
