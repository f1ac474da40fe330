import type { Unit } from "./unit";

/** Only marks between two sentences: no heading, picture or code. */
const MARKS = /^[\s*_>~-]*$/;
const ASKS = /\?[*_"'”’)]*$/;

/** A question of the text claims nothing by itself: it takes the sentence after it along, or is left out. */
export function answerQuestions(units: readonly Unit[], text: string): readonly Unit[] {
  const claims: Unit[] = [];
  let question: Unit | undefined;
  for (const unit of units) {
    const asked = question && MARKS.test(text.slice(question.end, unit.start)) ? question : undefined;
    question = isQuestion(unit, text) ? unit : undefined;
    if (question) continue;
    claims.push(asked && unit.kind === "sentence" ? { ...unit, start: asked.start } : unit);
  }
  return claims;
}

function isQuestion({ kind, start, end }: Unit, text: string): boolean {
  return kind === "sentence" && ASKS.test(text.slice(start, end));
}
