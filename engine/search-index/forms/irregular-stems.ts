import { IRREGULAR_FORMS } from "../../language/english/irregular-forms";
import { stemWord } from "../text/stem-word";

let groups: ReadonlyMap<string, readonly string[]> | undefined;

/** The stems of all forms of a word whose stem is given, its base first; undefined for a regular word. */
export function irregularStems(stem: string): readonly string[] | undefined {
  groups ??= stemGroups();
  return groups.get(stem);
}

function stemGroups(): ReadonlyMap<string, readonly string[]> {
  const byStem = new Map<string, readonly string[]>();
  for (const forms of IRREGULAR_FORMS.split("/")) {
    const stems = [...new Set(forms.split(" ").map(stemWord))];
    for (const stem of stems) if (!byStem.has(stem)) byStem.set(stem, stems);
  }
  return byStem;
}
