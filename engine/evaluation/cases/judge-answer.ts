import type { Answer } from "../../model/answer";
import type { Expectation } from "./question-case";

/**
 * `right`: all that is expected holds. `closest`: the answer says that nothing answers, and what it lists as closest holds
 * the right value. `wrong`: it asserts something else. `missed`: it says that nothing answers although a file does.
 */
export type Verdict = "right" | "closest" | "wrong" | "missed";

/** The parts of an answer that are judged. */
export type JudgedAnswer = Pick<Answer, "text" | "found" | "conflicts"> & {
  readonly citations: readonly { readonly quote: string; readonly itemId: string }[];
  readonly closest?: readonly { readonly quote: string; readonly itemId: string }[];
};

/** Compares an answer with what is expected of it. */
export function judgeAnswer(answer: JudgedAnswer, expected: Expectation): Verdict {
  if (expected.refuse) return answer.found ? "wrong" : "right";
  const cited = [...answer.citations, ...(answer.closest ?? [])];
  const holds = holdsIn(answer, cited, expected);
  if (answer.found) return holds && !breaksRule(answer, expected) ? "right" : "wrong";
  return holds ? "closest" : "missed";
}

/** Whether the values stand in the text or the quotes, and the file is cited. */
function holdsIn(
  { text }: JudgedAnswer,
  cited: readonly { readonly quote: string; readonly itemId: string }[],
  { contains = [], anyOf = [], file, conflict = [] }: Expectation,
): boolean {
  const shown = normalise([text, ...cited.map(({ quote }) => quote)].join("\n"));
  const isShown = (value: string) => includesValue(shown, normalise(value));
  return (
    contains.every(isShown) &&
    conflict.every(isShown) &&
    anyOf.every((values) => values.some(isShown)) &&
    (file === undefined || cited.some(({ itemId }) => itemId === file))
  );
}

function breaksRule({ text, conflicts = [] }: JudgedAnswer, { notContains = [], conflict }: Expectation) {
  const normalised = normalise(text);
  if (notContains.some((value) => includesValue(normalised, normalise(value)))) return true;
  if (!conflict) return false;
  return !conflicts.some((told) =>
    conflict.every((value) => includesValue(normalise(told.text), normalise(value))),
  );
}

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const HYPHENS = /[\u2010-\u2015\u2212]/g;
const SINGLE_QUOTES = /[‘’‚‛′]/g;
const DOUBLE_QUOTES = /[“”„‟″«»]/g;

/** Without what makes no difference: case, white space, invisible characters, emphasis, the shape of quotes and hyphens. */
function normalise(text: string): string {
  return text
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\*\*|==/g, "")
    .replace(HYPHENS, "-")
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** A number, or a short word of a script that separates words. */
const STANDS_ALONE =
  /^(?:[\d.,:]+|(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])\p{L}{1,3})$/u;

/** Numbers and words of up to three letters must stand by themselves. */
function includesValue(text: string, value: string): boolean {
  if (!STANDS_ALONE.test(value)) return text.includes(value);
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "u").test(text);
}
