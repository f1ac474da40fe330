import type { TextPatterns } from "../language";
import { extractFacts, NUMBER_WORDS } from "./extract-facts";

export const texts: TextPatterns = {
  abbreviation:
    /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|no|fig|sec|eq|dr|mr|mrs|ms|prof|st|inc|ltd|jr|sr|[a-z])\.\s*$/i,
  anaphoricOpening:
    /^(?:it|its|this|these|those|they|that|he|she|such|however|otherwise|but|and|so|then|also|instead|for example|the default|you can do)\b/i,
  citationNumbers:
    /^\^?\s*(?:(?:sources?|passages?|refs?\.?)\s*)?#?\d{1,3}(?:\s*(?:[,;&–-]|and)\s*\^?#?\d{1,3})*\s*(?:†[^\]】]*)?$/i,
  genericHeading:
    /^(?:table of )?contents$|^(?:introduction|overview|about|index|notes?|misc|other|licen[cs]e|thanks|credits|contributing|changelog|see also|related)$/i,
  valueColumn: /^(?:values?|details?|contents?|data|info(?:rmation)?|description)$/i,
  extractFacts,
  numberWords: NUMBER_WORDS,
  magnitudes: new Map([
    ["k", 1e3],
    ["thousand", 1e3],
    ["m", 1e6],
    ["mn", 1e6],
    ["mio", 1e6],
    ["million", 1e6],
    ["bn", 1e9],
    ["billion", 1e9],
  ]),
  judgement:
    /^(?:yes|no|none|not|never|always|unknown|unspecified|unclear|optional|required|mandatory|recommended|true|false|n\/?a|all|any|both|same|other|open|closed|done|pending|high|medium|low|daily|weekly|monthly|yearly)$/i,
  nounCapitalising:
    /(?<![\p{L}\p{N}])(?:der|das|und|nicht|ein|eine|einer|wird|werden|für|mit|dem|auf|ist|sind|von|zum|zur|bei|nach)(?![\p{L}\p{N}])/gu,
};
