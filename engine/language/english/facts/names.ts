import type { Fact } from "../../facts";
import { MONTHS } from "./month-names";

const NAME_WORD = String.raw`\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*`;
const PARTICLE = "(?:van|von|de|der|den|di|da|del|la|le|al|bin|ter|zu)";
const FULL_NAME = new RegExp(
  String.raw`(?<![\p{L}\d])${NAME_WORD}(?:\s+(?:${PARTICLE}\s+){0,2}(?:\p{Lu}\.\s*)?${NAME_WORD})+`,
  "gu",
);
/** A single word where a name is expected: after a label or "by", or at the beginning before a verb. */
const SINGLE_NAME = new RegExp(
  [
    String.raw`(?<=[:·|]\s|\b(?:is|by|contact|ask|to|with|from|and)\s)${NAME_WORD}(?=\s*(?:[.,;:·|)\n]|and\b|$))`,
    String.raw`(?<=(?:^|[.!?]\s))${NAME_WORD}(?=\s+(?:is|was|has|will|can|\p{Ll}{2,}s|\p{Ll}{2,}ed)\b)`,
  ].join("|"),
  "gmu",
);
/** Capitalised at the beginning of a sentence or by themselves, and no part of a name. */
const NO_NAME =
  /^(?:the|a|an|this|that|these|those|on|in|at|by|from|for|to|of|with|since|until|before|after|if|when|our|my|your|their|his|her|its|it|he|she|they|we|you|there|please|contact|ask|dear|hello|hi|mr|mrs|ms|dr|prof|yes|no|all|and|but|owner|\p{L}+days?)$/iu;

/** Names of people as far as their form shows them, in lower case. */
export function findNames(text: string): readonly Fact[] {
  const full = [...text.matchAll(FULL_NAME)].flatMap((match) => trimName(match));
  const single = [...text.matchAll(SINGLE_NAME)].flatMap((match) => trimName(match));
  return [
    ...full,
    ...single.filter(({ start, end }) => !full.some((name) => start < name.end && name.start < end)),
  ];
}

/** Without the words before the name: "The", "Contact". */
function trimName({ 0: words, index }: RegExpExecArray): readonly Fact[] {
  let start = index;
  const end = index + words.length;
  for (const word of words.split(/\s+/)) {
    if (!NO_NAME.test(word) && !MONTHS.has(word.toLowerCase())) break;
    start += word.length + (/^\s+/.exec(words.slice(start - index + word.length))?.[0].length ?? 0);
  }
  const value = words
    .slice(start - index)
    .toLowerCase()
    .replace(/\s+/g, " ");
  return value === "" ? [] : [{ kind: "name", value, start, end }];
}
