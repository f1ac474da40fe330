import type { DateMention } from "../../../language/date-mention";
import type { Language } from "../../../language/language";
import type { Document } from "../../../model/document";
import { statedDate } from "../own-date";
import type { Words } from "../read/block";
import { blocksOf } from "../read/blocks";
import { type Section, sectionsOf } from "../read/sections";
import { itemsOf, unitsOf } from "../read/units";

/** What a document says happened at a time. */
export interface DatedEntry {
  readonly document: Document;
  /** Without its date, as a reader sees it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly date: Pick<DateMention, "from" | "to" | "unit">;
}

export interface DatedEntriesOptions {
  readonly language: Language;
  /** True for a document that was asked for; otherwise only what is titled as news or changes is read. */
  readonly isNamed: boolean;
}

/** Characters before a date that opens an item: "On ", "[". */
const MAX_LEAD_CHARACTERS = 6;
const MAX_SECTION_CHARACTERS = 8_000;
/** A changelog of many years is read in part. */
const MAX_SECTIONS = 30;
/** Sentences of a dated section without a list. */
const MAX_SENTENCES = 2;
const AFTER_DATE = /^[\s:.,;)\]–—-]+/u;

/** The entries of changelogs, news and release notes: dated items, and what stands below a dated heading or title. */
export function datedEntries(document: Document, options: DatedEntriesOptions): readonly DatedEntry[] {
  const { language, isNamed } = options;
  const { texts } = language;
  const isNews = (words: string) => texts.changesTitle.test(words);
  const titleDate = exact(statedDate(document, language));
  const sections = sectionsOf(document);
  const isWholeNews = isNamed || isNews(document.title);
  const read = sections
    .filter(({ path }) => isWholeNews || path.some(isNews))
    .map((section) => {
      const heading = section.path.toReversed().flatMap((words) => exact(texts.datesIn(words)[0]) ?? [])[0];
      return { section, inherited: heading ?? (isNews(document.title) ? titleDate : undefined) };
    });
  return newestSections(read).flatMap(({ section, inherited }) =>
    entriesOf(document, section, { inherited, language }),
  );
}

interface DatedSection {
  readonly section: Section;
  readonly inherited: DateMention | undefined;
}

/** The sections with the latest dates, in order; those without a date may hold any. */
function newestSections(sections: readonly DatedSection[]): readonly DatedSection[] {
  if (sections.length <= MAX_SECTIONS) return sections;
  const timeOf = ({ inherited }: DatedSection) => inherited?.from ?? Infinity;
  const newest = new Set(sections.toSorted((a, b) => timeOf(b) - timeOf(a)).slice(0, MAX_SECTIONS));
  return sections.filter((section) => newest.has(section));
}

/** A year alone dates no entry. */
function exact(mention: DateMention | undefined): DateMention | undefined {
  return mention?.unit === "year" ? undefined : mention;
}

interface EntryOptions {
  readonly inherited: DateMention | undefined;
  readonly language: Language;
}

function entriesOf(document: Document, section: Section, options: EntryOptions): readonly DatedEntry[] {
  const range = [
    section.bodyStart,
    Math.min(section.end, section.bodyStart + MAX_SECTION_CHARACTERS),
  ] as const;
  const items = blocksOf(document, range).flatMap(itemsOf);
  const entries = items.flatMap((item) => toEntry(document, item, options));
  if (entries.length > 0) return entries;
  const sentences = unitsOf(document, range, options.language).filter(({ kind }) => kind === "sentence");
  const dated = sentences.flatMap((unit) => toEntry(document, unit, { ...options, inherited: undefined }));
  if (dated.length > 0) return dated;
  const [first, last] = [sentences[0], sentences.slice(0, MAX_SENTENCES).at(-1)];
  if (!first || !last || !options.inherited) return [];
  const text = sentences
    .slice(0, MAX_SENTENCES)
    .map((unit) => unit.text)
    .join(" ");
  return [{ document, text, start: first.start, end: last.end, date: options.inherited }];
}

function toEntry(
  document: Document,
  { text, start, end }: Words,
  { inherited, language }: EntryOptions,
): readonly DatedEntry[] {
  const own = exact(language.texts.datesIn(text)[0]);
  if (own && own.start <= MAX_LEAD_CHARACTERS) {
    const rest = text.slice(own.end).replace(AFTER_DATE, "");
    return [{ document, text: rest === "" ? text : rest, start, end, date: own }];
  }
  return inherited ? [{ document, text, start, end, date: inherited }] : [];
}
