import type { Language } from "../../../language/language";
import type { Claim } from "./claim";
import { isKnownWord, type KnownFacts } from "./known-facts";
import { namesIn } from "./names-in";
import { numbersIn } from "./numbers-in";

/** Whether a claim has a number or a name that no passage has. */
export interface UnknownFacts {
  readonly number: boolean;
  readonly name: boolean;
}

export interface UnknownFactsOptions {
  readonly known: readonly KnownFacts[];
  readonly language: Language;
  /** False in a language where a capital letter says nothing. */
  readonly hasNames: boolean;
}

/** Compares the numbers, amounts, dates and proper names of a claim with those of the passages it is compared with. */
export function unknownFacts({ parts }: Pick<Claim, "parts">, options: UnknownFactsOptions): UnknownFacts {
  const { known, language, hasNames } = options;
  const knows = (word: string) => isKnownWord(word, known, language);
  const number = parts
    .flatMap(({ text }) => numbersIn(text, language))
    // "two" is often the model's own count: it is compared where the passages count the same.
    .filter(({ isWord, values, nextWord }) => !isWord || (Number(values[0]) > 1 && knows(nextWord)))
    .some(({ values }) => !known.some(({ numbers }) => values.some((value) => numbers.has(value))));
  return { number, name: hasNames && namesIn(parts, language).some((name) => !knows(name)) };
}

/** True where a claim has something to compare, however short it is. */
export function hasFacts(claim: Pick<Claim, "parts">, language: Language): boolean {
  return unknownFacts(claim, { known: [], language, hasNames: true }).name || hasDigits(claim);
}

function hasDigits({ parts }: Pick<Claim, "parts">): boolean {
  return parts.some(({ text }) => /\d/.test(text));
}
