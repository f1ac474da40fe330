import type { AnswerEvent } from "../../../model/answer";
import type { Passage } from "../../../model/passage";
import type { AnswerWriter } from "../answer-writer";
import type { Claim } from "./claim";
import { findClaims } from "./find-claims";
import { knownFacts } from "./known-facts";
import { scoreSupport } from "./score-support";
import { unknownFacts } from "./unknown-facts";
import type { VerifyDeps } from "./verify-claims";

/** Higher than `MIN_SUPPORT`: the model did not attribute the claim to the passage. */
const MIN_SUPPORT_TO_CITE = 0.6;
/** Passages compared with every claim; each takes about a millisecond. */
const MAX_PASSAGES = 24;

/** Adds the citations that a small model left out: after each claim that of the passage that supports it best. Returns the text. */
export async function* citeClaims(
  { writer, passages }: { readonly writer: AnswerWriter; readonly passages: readonly Passage[] },
  deps: VerifyDeps,
): AsyncGenerator<AnswerEvent, string> {
  let text = "";
  let from = 0;
  for (const claim of findClaims(writer.text, deps.language)) {
    const passage = await bestPassage(claim, passages, deps);
    if (!passage) continue;
    const n = yield* writer.cite(passage, claim.text);
    text += `${writer.text.slice(from, claim.end)} [${n}]`;
    from = claim.end;
  }
  return text + writer.text.slice(from);
}

async function bestPassage(
  claim: Claim,
  passages: readonly Passage[],
  deps: VerifyDeps,
): Promise<Passage | undefined> {
  let best = MIN_SUPPORT_TO_CITE;
  let found: Passage | undefined;
  for (const passage of passages.slice(0, MAX_PASSAGES)) {
    const { score } = await scoreSupport(claim.text, passage, deps);
    if (score < best) continue;
    const known = [knownFacts(passage, deps)];
    if (unknownFacts(claim, { known, language: deps.language, hasNames: false }).number) continue;
    best = score;
    found = passage;
  }
  return found;
}
