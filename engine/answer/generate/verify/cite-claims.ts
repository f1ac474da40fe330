import type { AnswerEvent } from "../../../model/answer";
import type { Passage } from "../../../model/passage";
import type { AnswerWriter } from "../answer-writer";
import { type Claim, findClaims } from "./find-claims";
import { type SupportDeps, scoreSupport } from "./score-support";

/** More than a checked citation needs: nobody said that the statement comes from this passage. */
const MIN_SUPPORT_TO_CITE = 0.6;
/** Passages looked at for every statement: about a millisecond each. */
const MAX_PASSAGES = 24;

/** Small models forget to cite: puts the number of the passage that bears a statement out behind it. Returns the text. */
export async function* citeClaims(
  { writer, passages }: { readonly writer: AnswerWriter; readonly passages: readonly Passage[] },
  deps: SupportDeps,
): AsyncGenerator<AnswerEvent, string> {
  let text = "";
  let from = 0;
  for (const claim of findClaims(writer.text)) {
    const passage = await bestPassage(claim, passages, deps);
    if (!passage) continue;
    const n = yield* writer.cite(passage, claim.text);
    text += `${writer.text.slice(from, claim.end)} [${n}]`;
    from = claim.end;
  }
  return text + writer.text.slice(from);
}

async function bestPassage(
  { text }: Claim,
  passages: readonly Passage[],
  deps: SupportDeps,
): Promise<Passage | undefined> {
  let best = MIN_SUPPORT_TO_CITE;
  let found: Passage | undefined;
  for (const passage of passages.slice(0, MAX_PASSAGES)) {
    const { score } = await scoreSupport(text, passage, deps);
    if (score < best) continue;
    best = score;
    found = passage;
  }
  return found;
}
