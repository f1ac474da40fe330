import type { AnswerEvent } from "../../model/answer";
import type { Passage } from "../../model/passage";
import type { AnswerWriter } from "./answer-writer";
import { findStatements, type Statement } from "./find-statements";
import { measureSupport, type SupportTools } from "./measure-support";

/** More than a checked citation needs: nobody said that the statement comes from this passage. */
const SURE_SUPPORT = 0.6;
/** Passages looked at for every statement: about a millisecond each. */
const MOST_PASSAGES = 24;

/** Small models forget to cite: puts the number of the passage that bears a statement out behind it. Returns the text. */
export async function* citeStatements(
  { writer, passages }: { readonly writer: AnswerWriter; readonly passages: readonly Passage[] },
  tools: SupportTools,
): AsyncGenerator<AnswerEvent, string> {
  let text = "";
  let from = 0;
  for (const statement of findStatements(writer.text)) {
    const passage = await bestPassage(statement, passages, tools);
    if (!passage) continue;
    const n = yield* writer.cite(passage, statement.words);
    text += `${writer.text.slice(from, statement.end)} [${n}]`;
    from = statement.end;
  }
  return text + writer.text.slice(from);
}

async function bestPassage(
  { words }: Statement,
  passages: readonly Passage[],
  tools: SupportTools,
): Promise<Passage | undefined> {
  let best = SURE_SUPPORT;
  let found: Passage | undefined;
  for (const passage of passages.slice(0, MOST_PASSAGES)) {
    const { score } = await measureSupport(words, passage, tools);
    if (score < best) continue;
    best = score;
    found = passage;
  }
  return found;
}
