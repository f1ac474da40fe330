import type { TextPatterns } from "../language";
import { datesIn } from "./dates-in";
import { extractFacts } from "./facts/extract-facts";
import { NUMBER_WORDS } from "./facts/numbers";

export const texts: TextPatterns = {
  abbreviation:
    /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|no|fig|sec|eq|dr|mr|mrs|ms|prof|st|inc|ltd|jr|sr|[a-z])\.\s*$/i,
  anaphoricOpening:
    /^(?:it|its|this|these|those|they|that|he|she|such|however|otherwise|but|and|so|then|also|instead|for example|the default|you can do)\b/i,
  exception:
    /\b(?:except|excluding|only|unless|apart from|other than|exempt|prohibited|forbidden|außer|nicht|kein\w*|sauf|pas|excepto|salvo|tranne|non|niet|geen)\b/i,
  limits: {
    upperBefore:
      /(?:\b(?:up to|until|under|below|less than|fewer than|at most|max(?:imum)?(?: of)?|no more than|not more than|within|bis(?: zu)?|unter|höchstens|maximal|moins de|jusqu['’]à|hasta|menos de|fino a|meno di|tot|onder)|[<≤])\s*$/iu,
    upperAfter:
      /^\s*(?:\p{L}+\s+)?(?:or|and|oder|und|ou|o|of)\s+(?:less|fewer|under|below|weniger|moins|menos|meno|minder)\b/iu,
    lowerBefore:
      /(?:\b(?:over|above|more than|at least|min(?:imum)?(?: of)?|from|beyond|exceeding|longer than|larger than|ab|über|mehr als|mindestens|plus de|à partir de|más de|desde|oltre|più di|meer dan|vanaf)|[>≥])\s*$/iu,
    lowerAfter:
      /^\s*(?:\+|(?:\p{L}+\s+)?(?:or|and|oder|und|ou|o|of)\s+(?:more|over|above|mehr|plus|más|più|meer)\b)/iu,
    rangeStart: /(?<from>\d+(?:\.\d+)?)\s*(?:\p{L}{1,3}\s*)?(?:[-–—]|to|bis|à|a|tot)\s*$/iu,
  },
  citationNumbers:
    /^\^?\s*(?:(?:sources?|passages?|refs?\.?)\s*)?#?\d{1,3}(?:\s*(?:[,;&–-]|and)\s*\^?#?\d{1,3})*\s*(?:†[^\]】]*)?$/i,
  genericHeading:
    /^(?:table of )?contents$|^(?:introduction|overview|about|index|notes?|misc|other|licen[cs]e|thanks|credits|contributing|changelog|see also|related)$/i,
  openQuestion:
    /^(?:\[ \]\s*)?(?:(?:todo|tbd|tbc|fixme|open questions?|open|questions?|q|unclear|still open)\s*[:–—-]\s*(?:find out|ask|clarify|check|decide|who|whom|whose|what|when|where|why|which|how|whether|if|is|are|does|do|will|can)\b|(?:to )?(?:find out|ask \S+(?: \S+)?|clarify|decide|figure out|we (?:still )?(?:do not|don['’]t) know|not (?:yet )?(?:known|clear|decided)|unclear|unknown),?\s+(?:who|whom|whose|what|when|where|why|which|how|whether|if)\b|(?:who|whose|whom)\s[^.!:]*$|(?:what|when|where|why|(?:which|how)(?:\s\S+)?)\s+(?:is|are|was|were|do|does|did|will|would|can|could|should|shall|has|have|had)\b[^.!:]*$|(?:tbd|tbc|to be (?:decided|confirmed|determined|announced))\b[.\s]*$)/i,
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
  datesIn,
  changesTitle:
    /\b(?:change\s?log|release notes?|what(?:['’]s| is) new|news(?:letter)?|updates?|changes|announcements?|releases|version history|history of changes|neuigkeiten|aktuelles)\b/i,
  changeSentence:
    /\b(?:new|newly|now|no longer|any ?more|instead of|replac(?:e[sd]?|ing)|chang(?:e[sd]?|ing)|updat(?:e[sd]?|ing)|add(?:s|ed)?|remov(?:e[sd]?|ing)|mov(?:e[sd]|ing)|increas(?:e[sd]?|ing)|rais(?:e[sd]|ing)|lower(?:ed|s)?|reduc(?:e[sd]?|ing)|rename[sd]?|introduc(?:e[sd]?|ing)|drop(?:s|ped)|start(?:s|ing)|from \S+ to \S+|since|as of|was)\b/i,
  changesQuery: "what is new changelog release notes news updates changes announcements",
  definitionVerb:
    /^\s*(?:\([^()]{1,60}\)\s*)?(?:,[^,]{1,60},\s*)?(?:is|are|means?|refers? to|stands? for|denotes?|describes?|ist|sind|bedeutet|est|sont|signifie|es|son|significa|è|sono|é|são|betekent|zijn)\s/i,
  article: /^(?:an?|the|der|die|das|ein|eine|le|la|les|l['’]|el|los|las|il|lo|o|de|het|een)\s+/i,
};
