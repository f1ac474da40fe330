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
  return documentsOf((await searchSubject(subject, context)).passages);
}

/** The places a subject names, the closest name first, the newest of equal names; empty when it names none. */
export async function findPlaces(subject: string, context: TaskContext): Promise<readonly Place[]> {
  const documents = await candidatesFor(subject, context);
  for (const reading of readingsOf(subject, context)) {
    const named = namedDocuments(reading, documents, context);
    if (named.length > 0) return named;
    const headed = headedSections(reading, documents);
    if (headed.length > 0) return headed;
  }
  return [];
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

/** Names that differ in their numbers alone are versions of one. */
export function versionKey(name: string): string {
  return name
    .replace(/\p{N}+/gu, "")
    .replace(/[^\p{L}]+/gu, " ")
    .trim()
    .toLowerCase();
}
