import type { DateMention } from "../../language/date-mention";
import type { Language } from "../../language/language";
import type { Document } from "../../model/document";

/** The date a document gives itself, in its title or file name, the most exact one. */
export function statedDate({ title, fileName = "" }: Document, { texts }: Language): DateMention | undefined {
  const mentions = [title, fileName].flatMap((name) => texts.datesIn(name));
  return mentions.toSorted((a, b) => a.to - a.from - (b.to - b.from))[0];
}

/** The beginning of the date a document gives itself; without one the time of its last change. */
export function ownDate(document: Document, language: Language): number {
  return statedDate(document, language)?.from ?? document.updatedAt;
}
