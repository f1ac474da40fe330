import type { Language } from "../../../language/language";
import type { Place } from "../find-places";
import { type Section, sectionsOf } from "../read/sections";
import { unitsOf } from "../read/units";
import type { UnitGroup } from "./select-units";

/** Characters read of each section: its beginning says what it is about. */
const MAX_SECTION_CHARACTERS = 3_000;
const MIN_SECTION_CHARACTERS = 400;
/** Read of a whole document, so that a book takes no longer than a report. */
const MAX_CHARACTERS = 60_000;

/** The units of a place below its main headings: those of the highest level that there are several of. */
export function groupUnits({ document, start, end }: Place, language: Language): readonly UnitGroup[] {
  const sections = sectionsOf(document).filter((section) => section.start >= start && section.start < end);
  if (sections.length === 0) {
    return [
      {
        heading: "",
        start,
        units: unitsOf(document, [start, Math.min(end, start + MAX_SECTION_CHARACTERS)], language),
      },
    ];
  }
  const share = Math.max(MIN_SECTION_CHARACTERS, MAX_CHARACTERS / sections.length);
  const maxCharacters = Math.min(MAX_SECTION_CHARACTERS, share);
  const level = mainLevel(sections);
  const groups: { heading: string; start: number; units: UnitGroup["units"] }[] = [];
  for (const section of sections) {
    const limit = Math.min(section.end, end, section.bodyStart + maxCharacters);
    const units = unitsOf(document, [section.bodyStart, limit], language);
    const last = groups.at(-1);
    if (section.level === level || !last) {
      const isMain = section.level === level;
      groups.push({ heading: isMain ? section.heading : "", start: section.start, units });
    } else last.units = [...last.units, ...units];
  }
  return groups.filter(({ units }) => units.length > 0);
}

/** The level of the first heading below the title, or of the only headings. */
function mainLevel(sections: readonly Section[]): number {
  const levels = sections.flatMap(({ level }) => (level > 0 ? [level] : []));
  const top = Math.min(...levels);
  const isTitle = levels.filter((level) => level === top).length === 1;
  const below = levels.filter((level) => level > top);
  return isTitle && below.length > 0 ? Math.min(...below) : isTitle ? 0 : top;
}
