import type { Language } from "../../../language/language";
import type { ClaimPart } from "./claim";

const WORD = /[\p{L}\p{N}]+(?:['’.&/-][\p{L}\p{N}]+)*/gu;
const SENTENCE_END = /[.!?:;•]\s*["'“‘(]?$/;
/** Identifiers: "ACME-42", "iPhone", "GmbH", "IT". */
const IDENTIFIER = /^(?:\p{Lu}{2,}|\p{L}*\p{Ll}\p{Lu}\p{L}*|(?=.*\p{Lu})(?=.*\d).+)$/u;
const CAPITALISED = /^\p{Lu}[\p{L}\p{N}]/u;

/**
 * Words of a claim that are written as proper names. The first word of a sentence has a capital letter anyway, and so
 * has that of a label; where a value stands, a word with a capital letter is taken for a name.
 */
export function namesIn(parts: readonly ClaimPart[], { texts }: Pick<Language, "texts">): readonly string[] {
  const isName = ({ role, text }: ClaimPart, word: string, index: number) => {
    if (texts.judgement.test(word)) return false;
    if (IDENTIFIER.test(word)) return true;
    if (!CAPITALISED.test(word)) return false;
    const before = text.slice(0, index).trimEnd();
    return role === "value" || (before !== "" && !SENTENCE_END.test(before));
  };
  return parts
    .filter(({ role }) => role !== "label")
    .flatMap((part) =>
      [...part.text.matchAll(WORD)].flatMap(({ 0: raw, index }) => {
        const word = raw.replace(/['’]s$/, "");
        return isName(part, word, index) ? [word] : [];
      }),
    );
}

/** True for a text in a language that writes all nouns with a capital letter, which therefore says nothing. */
export function capitalisesNouns(text: string, { texts }: Pick<Language, "texts">): boolean {
  return [...text.matchAll(texts.nounCapitalising)].length > 1;
}
