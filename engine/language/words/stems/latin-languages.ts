import { stemmer as stemDanish } from "@orama/stemmers/danish";
import { stemmer as stemDutch } from "@orama/stemmers/dutch";
import { stemmer as stemFinnish } from "@orama/stemmers/finnish";
import { stemmer as stemFrench } from "@orama/stemmers/french";
import { stemmer as stemGerman } from "@orama/stemmers/german";
import { stemmer as stemHungarian } from "@orama/stemmers/hungarian";
import { stemmer as stemIndonesian } from "@orama/stemmers/indonesian";
import { stemmer as stemItalian } from "@orama/stemmers/italian";
import { stemmer as stemNorwegian } from "@orama/stemmers/norwegian";
import { stemmer as stemPortuguese } from "@orama/stemmers/portuguese";
import { stemmer as stemRomanian } from "@orama/stemmers/romanian";
import { stemmer as stemSpanish } from "@orama/stemmers/spanish";
import { stemmer as stemSwedish } from "@orama/stemmers/swedish";
import { stemmer as stemTurkish } from "@orama/stemmers/turkish";
import type { LanguageTag } from "../language-tag";

/** A language in Latin letters beside English. */
export interface LatinLanguage {
  readonly tag: LanguageTag;
  /** Folded words that nearly every text of the language has, and few texts of others. */
  readonly commonWords: readonly string[];
  /** Of a folded word. */
  readonly stem: (word: string) => string;
  /** It writes compounds as one word. */
  readonly hasCompounds: boolean;
  /** Its letters "ä", "ö", "ü", "å", "æ", "ø" are also written with two letters. */
  readonly hasDigraphs: boolean;
}

export const LATIN_LANGUAGES: readonly LatinLanguage[] = [
  germanic("de", "und der die nicht fur auf ist mit wird den das von", stemGerman),
  germanic("nl", "het een van niet voor zijn wordt deze met naar ook bij", stemDutch),
  germanic("sv", "och att inte det som av med till pa ar har fran", stemSwedish),
  germanic("da", "og ikke det som af til er pa den har fra med", stemDanish),
  germanic("no", "og ikke det som av til er pa den har fra med", stemNorwegian),
  germanic("fi", "ja etta ovat tai mutta kun sen myos joka ole oli se", stemFinnish),
  other("fr", "les une dans avec nous sont cette qui pas aux ces leur", stemFrench),
  other("es", "los las una con por como esta del para desde este sus", stemSpanish),
  other("it", "che non una sono della gli dei nel alla questo come piu", stemItalian),
  other("pt", "nao uma com dos mais sao pelo pela ser tem seu como", stemPortuguese),
  other("ro", "este pentru din sunt sau prin cele fost acest unei ale iar", stemRomanian),
  other("hu", "egy nem hogy van meg vagy csak azt amely minden mint ezt", stemHungarian),
  other("tr", "bir icin bu ile olarak degil olan daha cok gibi kadar her", stemTurkish),
  other("id", "yang dan untuk dengan dari ini adalah tidak pada dalam akan oleh", stemIndonesian),
];

function germanic(tag: LanguageTag, words: string, stem: (word: string) => string): LatinLanguage {
  return { tag, commonWords: words.split(" "), stem, hasCompounds: true, hasDigraphs: true };
}

function other(tag: LanguageTag, words: string, stem: (word: string) => string): LatinLanguage {
  return { tag, commonWords: words.split(" "), stem, hasCompounds: false, hasDigraphs: false };
}
