import type { Document } from "../../model/document";
import { createTermMatcher, type TermMatcher } from "../evidence/term-matcher";
import { ownDate } from "./own-date";
import { type Section, sectionsOf, subtreeEnd } from "./read/sections";
import { documentsOf, searchSubject, type TaskContext } from "./task";

/** What a subject names: a document, or the part of one below a heading. */
export interface Place {
  readonly document: Document;
  /** Title or heading. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a subject, to be looked for in names and texts. */
export interface Subject {
  readonly text: string;
  readonly matcher: TermMatcher;
  /** Whether a text has every content word of the subject; false for a subject without any. */
  readonly isIn: (text: string) => boolean;
}

/** Of the best name's closeness; below it a name means something else. */
const MIN_RELATIVE_CLOSENESS = 0.75;

export function createSubject(text: string, { deps }: Pick<TaskContext, "deps">): Subject {
  const matcher = createTermMatcher(text, deps.retriever.terms(text), deps.retriever);
  const isIn = (words: string) => matcher.termCount > 0 && matcher.matches(words).size === matcher.termCount;
  return { text, matcher, isIn };
}

/** The subject, and the subject without its words for a document, which titles often lack: "travel policy". */
export function readingsOf(subject: string, context: Pick<TaskContext, "deps">): readonly Subject[] {
  const { documentNouns } = context.deps.language.intents;
  const bare = subject.replace(documentNouns, " ").replace(/\s+/g, " ").trim();
  const readings = [createSubject(subject, context)];
  return bare === subject || bare === "" ? readings : [...readings, createSubject(bare, context)];
}

/** The documents that a subject may name, without a search where one is open. */
export async function candidatesFor(subject: string, context: TaskContext): Promise<readonly Document[]> {
  const { focusedDocument } = context.deps;
  if (focusedDocument) return [focusedDocument];
  const { passages } = await searchSubject(subject, context);
  return newestVersionsFirst(documentsOf(passages), context);
}

/** The order of the search, with versions of one document together, the newest of them first. */
function newestVersionsFirst(documents: readonly Document[], { deps }: TaskContext): readonly Document[] {
  const groups = new Map<string, Document[]>();
  for (const document of documents) {
    const key = versionKey(nameOf(document)) || String(document.documentId);
    groups.set(key, [...(groups.get(key) ?? []), document]);
  }
  return [...groups.values()].flatMap((group) =>
    group.toSorted((a, b) => ownDate(b, deps.language) - ownDate(a, deps.language)),
  );
}

/** The places a subject names, the closest name first, the newest of equal names; empty when it names none. */
export async function findPlaces(subject: string, context: TaskContext): Promise<readonly Place[]> {
  const { intents, texts } = context.deps.language;
  const documents = await candidatesFor(subject, context);
  const places = placesOf(subject, documents, context);
  if (places.length > 0) return places;
  if (intents.newest.test(subject)) {
    const [newest] = placesOf(subject.replace(intents.newest, ""), documents, context).toSorted(
      (a, b) => dateOf(b, context) - dateOf(a, context),
    );
    return newest ? [newest] : [];
  }
  // "Minutes of 6 October 2026" may be a document of that date whose title writes it in another way.
  const date = texts.datesIn(subject).find(({ unit }) => unit !== "year");
  if (!date) return [];
  const undated = `${subject.slice(0, date.start)} ${subject.slice(date.end)}`;
  return placesOf(undated, documents, context).filter((place) => {
    const time = dateOf(place, context);
    return time >= date.from && time < date.to;
  });
}

function placesOf(subject: string, documents: readonly Document[], context: TaskContext): readonly Place[] {
  for (const reading of readingsOf(subject, context)) {
    const named = namedDocuments(reading, documents, context);
    if (named.length > 0) return named;
    const headed = headedSections(reading, documents);
    if (headed.length > 0) return headed;
  }
  return [];
}

function dateOf({ document }: Place, { deps }: TaskContext): number {
  return ownDate(document, deps.language);
}

export function placeOf(document: Document): Place {
  return { document, name: nameOf(document), start: 0, end: document.text.length };
}

export function nameOf({ title, fileName, url, itemId }: Document): string {
  return title || fileName || url || itemId;
}

interface Named {
  readonly place: Place;
  /** Share of the name's words that the subject has. */
  readonly closeness: number;
  readonly date: number;
}

function namedDocuments(
  subject: Subject,
  documents: readonly Document[],
  context: TaskContext,
): readonly Place[] {
  return closest(
    documents.flatMap((document): readonly Named[] => {
      const names = [document.title, (document.fileName ?? "").replace(/\.\w+$/, "")];
      const isNamed = names.some((name) => subject.matcher.matches(name).size > 0);
      const everyName = [...names, ...(document.container ?? [])].join("\n");
      if (!isNamed || !subject.isIn(everyName)) return [];
      const closeness = Math.max(...names.map((name) => closenessOf(subject, name, context)));
      return [{ place: placeOf(document), closeness, date: ownDate(document, context.deps.language) }];
    }),
  );
}

function closenessOf({ matcher }: Subject, name: string, { deps }: TaskContext): number {
  const words = new Set(deps.retriever.terms(name).flatMap(({ term, weight }) => (weight > 0 ? [term] : [])));
  return words.size === 0 ? 0 : matcher.matches(name).size / words.size;
}

function headedSections(subject: Subject, documents: readonly Document[]): readonly Place[] {
  return documents.flatMap((document) => {
    const sections = sectionsOf(document);
    const found = sections.find((section) => isHeaded(subject, section, document));
    if (!found) return [];
    const end = subtreeEnd(found, sections);
    return [{ document, name: found.heading, start: found.start, end }];
  });
}

/** The heading has a word of the subject; those above it and the title may have the others. */
function isHeaded(subject: Subject, { heading, path, level }: Section, { title }: Document): boolean {
  if (level === 0 || subject.matcher.matches(heading).size === 0) return false;
  return subject.isIn([title, ...path].join("\n"));
}

function closest(named: readonly Named[]): readonly Place[] {
  const best = Math.max(0, ...named.map(({ closeness }) => closeness));
  return named
    .filter(({ closeness }) => closeness >= best * MIN_RELATIVE_CLOSENESS)
    .sort((a, b) => b.closeness - a.closeness || b.date - a.date)
    .map(({ place }) => place);
}

/** Names that differ in their numbers alone are versions of one; a name without letters has no versions. */
export function versionKey(name: string): string {
  const letters = name
    .replace(/\p{N}+/gu, "")
    .replace(/[^\p{L}]+/gu, " ")
    .trim()
    .toLowerCase();
  return letters || name;
}
