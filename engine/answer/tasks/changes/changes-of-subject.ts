import type { TimeRange } from "../../../model/intent";
import { escapeMarkdown } from "../../text/escape-markdown";
import { findStatements, statementPart } from "../about";
import { comparePlaces } from "../compare/compare-places";
import { createSubject, findPlaces, type Place, type Subject, versionKey } from "../find-places";
import { ownDate, statedDate } from "../own-date";
import { documentsOf, searchSubject, type TaskContext, type TaskOutcome, type TaskPart } from "../task";
import { type DatedEntry, datedEntries } from "./dated-entries";
import { entryPart } from "./entry-part";
import { overlaps } from "./overlaps";

export interface SubjectChanges {
  readonly subject: string;
  readonly range: TimeRange | undefined;
}

const MAX_ENTRIES = 8;
const MAX_STATEMENTS = 5;
/** Statements among which those on a change are looked for. */
const MAX_READ_STATEMENTS = 12;

/** What changed in a subject: between two versions of a document, by dated entries, or by sentences on a change. */
export async function changesOfSubject(
  { subject, range }: SubjectChanges,
  context: TaskContext,
): Promise<TaskOutcome> {
  const places = await findPlaces(subject, context);
  const versions = await compareVersions(places, context);
  const entries = await findEntries(createSubject(subject, context), places, context);
  const inRange = entries.filter(({ date }) => overlaps(date, range));
  const shown = (inRange.length > 0 ? inRange : entries).slice(0, MAX_ENTRIES);
  const parts = [...versions, ...shown.map((entry) => entryPart(entry, context))];
  if (parts.length === 0) return changeStatements({ subject, range }, context);
  const isLoosened = range !== undefined && entries.length > 0 && inRange.length === 0;
  return isLoosened ? [[`${context.deps.language.sentences.tasks.loosened(range)}\n`], ...parts] : parts;
}

/** The newest of several versions beside the one it replaces. */
async function compareVersions(places: readonly Place[], context: TaskContext): Promise<readonly TaskPart[]> {
  const { language } = context.deps;
  const [closest] = places;
  if (!closest) return [];
  const [newest, replaced] = places
    .filter(({ name, start }) => start === 0 && versionKey(name) === versionKey(closest.name))
    .toSorted((a, b) => ownDate(b.document, language) - ownDate(a.document, language));
  if (!newest || !replaced || newest.name === replaced.name) return [];
  const table = await comparePlaces(
    { left: replaced, right: newest, aspect: undefined, onlyDifferences: true },
    context,
  );
  if (table.length === 0) return [];
  const names = [newest.name, replaced.name].map(escapeMarkdown) as [string, string];
  return [[`${language.sentences.tasks.replaces(...names)}\n\n`], ...table, ["\n"]];
}

/** Entries of the documents that are named, and entries of news that mention the subject. */
async function findEntries(
  subject: Subject,
  places: readonly Place[],
  context: TaskContext,
): Promise<readonly DatedEntry[]> {
  const { language, focusedDocument } = context.deps;
  const named = new Set(places.map(({ document }) => document));
  const found = focusedDocument
    ? [focusedDocument]
    : documentsOf((await searchSubject(`${subject.text} ${language.texts.changesQuery}`, context)).passages);
  const others = found.filter((document) => !named.has(document));
  return [
    ...places.flatMap(({ document, start, end }) =>
      datedEntries(document, { language, isNamed: true }).filter(
        (entry) => entry.start >= start && entry.end <= end,
      ),
    ),
    ...others.flatMap((document) =>
      datedEntries(document, { language, isNamed: false }).filter(({ text }) => subject.isIn(text)),
    ),
  ]
    .filter(({ date }) => date.from <= context.now)
    .toSorted((a, b) => b.date.from - a.date.from);
}

/** What is said of the subject and of a change, the newest first; of equal age the best. */
async function changeStatements(
  { subject, range }: SubjectChanges,
  context: TaskContext,
): Promise<TaskOutcome> {
  const { language } = context.deps;
  const statements = await findStatements(createSubject(subject, context), context, MAX_READ_STATEMENTS);
  const onChange = statements.filter(({ text }) => language.texts.changeSentence.test(text));
  const dated = (onChange.length > 0 ? onChange : statements).map((statement) => {
    const { document } = statement.passage;
    const own = [...language.texts.datesIn(statement.text), statedDate(document, language)].find(
      (mention) => mention && mention.unit !== "year",
    );
    return { statement, date: own?.from ?? document.updatedAt, unit: own?.unit ?? "day" };
  });
  if (dated.length === 0) return "nothing";
  const inRange = dated.filter(({ date }) => overlaps({ from: date, to: date + 1 }, range));
  const shown = (inRange.length > 0 ? inRange : dated)
    .toSorted((a, b) => b.date - a.date)
    .slice(0, MAX_STATEMENTS)
    .map(({ statement, date, unit }): TaskPart => {
      return statementPart(statement, `**${language.sentences.tasks.date(date, unit)}**: `);
    });
  return range && inRange.length === 0
    ? [[`${language.sentences.tasks.loosened(range)}\n`], ...shown]
    : shown;
}
