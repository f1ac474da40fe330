import { stemmer as stemGreek } from "@orama/stemmers/greek";
import { stemmer as stemHindi } from "@orama/stemmers/indian";
import { stemmer as stemRussian } from "@orama/stemmers/russian";
import { stemmer as stemUkrainian } from "@orama/stemmers/ukrainian";
import { stemArabic } from "./stem-arabic";
import { stemHebrew } from "./stem-hebrew";

/** Letters that Ukrainian has and Russian has not. */
const UKRAINIAN = /[іїє]/;
const MIN_CHARACTERS = 4;

/** The stem of a folded word whose script tells its language, or a language whose endings serve for others of the script. */
export function stemByScript(folded: string): string {
  if (folded.length < MIN_CHARACTERS) return folded;
  const code = folded.charCodeAt(0);
  if (code >= 0x0400 && code <= 0x052f) return (UKRAINIAN.test(folded) ? stemUkrainian : stemRussian)(folded);
  if (code >= 0x0370 && code <= 0x03ff) return stemGreek(folded);
  if (code >= 0x05d0 && code <= 0x05ea) return stemHebrew(folded);
  if (code >= 0x0600 && code <= 0x06ff) return stemArabic(folded);
  if (code >= 0x0900 && code <= 0x097f) return stemHindi(folded);
  return folded;
}
