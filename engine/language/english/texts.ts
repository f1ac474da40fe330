import type { TextPatterns } from "../language";
import { extractFacts } from "./extract-facts";

export const texts: TextPatterns = {
  abbreviation:
    /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|no|fig|sec|eq|dr|mr|mrs|ms|prof|st|inc|ltd|jr|sr|[a-z])\.\s*$/i,
  anaphoricOpening:
    /^(?:it|its|this|these|those|they|that|he|she|such|however|otherwise|but|and|so|then|also|instead|for example|the default|you can do)\b/i,
  exception:
    /\b(?:except|excluding|only|unless|apart from|other than|exempt|prohibited|forbidden|außer|nicht|kein\w*|sauf|pas|excepto|salvo|tranne|non|niet|geen)\b/i,
  citationNumbers:
    /^\^?\s*(?:(?:sources?|passages?|refs?\.?)\s*)?#?\d{1,3}(?:\s*(?:[,;&–-]|and)\s*\^?#?\d{1,3})*\s*(?:†[^\]】]*)?$/i,
  genericHeading:
    /^(?:table of )?contents$|^(?:introduction|overview|about|index|notes?|misc|other|licen[cs]e|thanks|credits|contributing|changelog|see also|related)$/i,
  valueColumn: /^(?:values?|details?|contents?|data|info(?:rmation)?|description)$/i,
  extractFacts,
};
