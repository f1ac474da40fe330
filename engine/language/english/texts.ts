import type { TextPatterns } from "../language";
import { datesIn } from "./dates-in";
import { extractFacts } from "./extract-facts";

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
