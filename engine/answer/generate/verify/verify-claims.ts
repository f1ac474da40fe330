import type { Passage } from "../../../model/passage";
import type { Claim } from "./claim";
import { findClaims } from "./find-claims";
import { type KnownFacts, type KnownFactsDeps, knownFacts } from "./known-facts";
import { capitalisesNouns } from "./names-in";
import { MIN_SUPPORT, type SupportDeps, scoreSupport } from "./score-support";
import { hasFacts, unknownFacts } from "./unknown-facts";

export type VerifyDeps = SupportDeps & KnownFactsDeps;

export interface Verification {
  /** Stretches `[start, end)` of the text that no passage supports, in order. */
  readonly unsupported: readonly (readonly [number, number])[];
  /** True when no claim is supported. */
  readonly isFullyUnsupported: boolean;
}

/**
 * Compares every claim of an answer with the passages it cites, and one without a citation with all that are cited. A
 * claim with a number or a proper name that none of them has is not supported, however similar the words are. A lead-in
 * that ends in a colon claims nothing.
 */
export async function verifyClaims(
  answerText: string,
  cited: ReadonlyMap<number, Passage>,
  deps: VerifyDeps,
): Promise<Verification> {
  const hasNames = !capitalisesNouns(answerText, deps.language);
  const knownOf = cacheKnownFacts(deps);
  const unsupported: (readonly [number, number])[] = [];
  let supported = 0;
  for (const claim of findClaims(answerText, deps.language)) {
    const { start, end, text, citations } = claim;
    if (citations.length === 0 && text.endsWith(":")) continue;
    const passages = citations.flatMap((n) => cited.get(n) ?? []);
    const compared = passages.length > 0 ? passages : [...cited.values()];
    const known = compared.map(knownOf);
    const unknown = unknownFacts(claim, { known, language: deps.language, hasNames });
    const isSupported = !unknown.number && (await isNear(claim, compared, deps));
    // A name is recognised by its capital letter alone: that marks a claim, and does not discard an answer.
    if (isSupported) supported++;
    if (!isSupported || unknown.name) unsupported.push([start, end]);
  }
  return { unsupported, isFullyUnsupported: supported === 0 };
}

/** True where a passage says much the same; a short claim is compared by its numbers and names alone. */
async function isNear(claim: Claim, passages: readonly Passage[], deps: VerifyDeps): Promise<boolean> {
  if (claim.isShort && passages.length > 0 && hasFacts(claim, deps.language)) return true;
  const supports = await Promise.all(passages.map((passage) => scoreSupport(claim.text, passage, deps)));
  return supports.some(({ score }) => score >= MIN_SUPPORT);
}

function cacheKnownFacts(deps: KnownFactsDeps): (passage: Passage) => KnownFacts {
  const known = new Map<Passage, KnownFacts>();
  return (passage) => {
    const facts = known.get(passage) ?? knownFacts(passage, deps);
    known.set(passage, facts);
    return facts;
  };
}
