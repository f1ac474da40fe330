import type { Document } from "../../../model/document";
import type { Filter } from "../../../model/filter";
import type { TimeRange } from "../../../model/intent";
import { DAY_MS } from "../../../util/durations";
import { escapeMarkdown } from "../../text/escape-markdown";
import { nameOf } from "../find-places";
import { unitsOf } from "../read/units";
import {
  documentsOf,
  type IntentOf,
  searchSubject,
  type TaskContext,
  type TaskOutcome,
  type TaskPart,
} from "../task";
import { changesOfSubject } from "./changes-of-subject";
import { type DatedEntry, datedEntries } from "./dated-entries";
import { entryPart } from "./entry-part";
import { overlaps } from "./overlaps";

const MAX_ENTRIES = 8;
const MAX_DOCUMENTS = 6;
/** Documents beside dated entries. */
const MAX_FURTHER_DOCUMENTS = 3;
const MAX_READ_DOCUMENTS = 12;
/** Older entries are no news beside documents of this week. */
const MAX_AGE_MS = 365 * DAY_MS;
const OPENING_CHARACTERS = 2_000;

/**
 * What changed: what documents say happened, by their own dates, then the documents changed last. A time that leaves
 * nothing is dropped, and the answer says so.
 */
export async function changes(
  { subject, since }: IntentOf<"changes">,
  context: TaskContext,
): Promise<TaskOutcome> {
  const { updatedAfter, updatedBefore, ...filter } = context.filter ?? {};
  const range = since ?? toRange(updatedAfter, updatedBefore);
  const wider = { ...context, filter: hasFields(filter) ? filter : undefined };
  if (subject !== undefined) return changesOfSubject({ subject, range }, wider);
  const entries = await findEntries(wider);
  const documents = await newestDocuments(wider);
  const inRange = {
    entries: entries.filter(({ date }) => overlaps(date, range)),
    documents: documents.filter(({ updatedAt }) => overlaps({ from: updatedAt, to: updatedAt + 1 }, range)),
  };
  if (inRange.entries.length + inRange.documents.length > 0) return writeChanges(inRange, range, context);
  if (entries.length + documents.length === 0) return context.deps.focusedDocument ? "question" : "nothing";
  const parts = writeChanges({ entries, documents }, undefined, context);
  return range ? [[`${context.deps.language.sentences.tasks.loosened(range)}\n\n`], ...parts] : parts;
}

function toRange(after: number | undefined, before: number | undefined): TimeRange | undefined {
  if (after === undefined && before === undefined) return undefined;
  return { ...(after !== undefined && { after }), ...(before !== undefined && { before }) };
}

function hasFields(filter: Filter): boolean {
  return Object.keys(filter).length > 0;
}

/** Entries of what is titled as news or changes, the newest first, none of the future. */
async function findEntries(context: TaskContext): Promise<readonly DatedEntry[]> {
  const { deps, now } = context;
  const { language, focusedDocument } = deps;
  const documents = focusedDocument
    ? [focusedDocument]
    : documentsOf((await searchSubject(language.texts.changesQuery, context)).passages);
  const isNamed = focusedDocument !== undefined;
  return documents
    .flatMap((document) => datedEntries(document, { language, isNamed }))
    .filter(({ date }) => date.from <= now)
    .toSorted((a, b) => b.date.from - a.date.from);
}

async function newestDocuments({ deps, filter }: TaskContext): Promise<readonly Document[]> {
  return (await deps.retriever.newest?.(MAX_READ_DOCUMENTS, filter)) ?? [];
}

interface FoundChanges {
  readonly entries: readonly DatedEntry[];
  readonly documents: readonly Document[];
}

/** `range`: the time that was asked for, whose entries are shown whatever their age. */
function writeChanges(
  { entries, documents }: FoundChanges,
  range: TimeRange | undefined,
  context: TaskContext,
): readonly TaskPart[] {
  const isOld =
    range === undefined &&
    documents.length > 0 &&
    entries.every(({ date }) => date.to < context.now - MAX_AGE_MS);
  const shown = isOld ? [] : entries.slice(0, MAX_ENTRIES);
  const used = new Set(shown.map(({ document }) => document.documentId));
  const further = documents
    .filter(({ documentId }) => !used.has(documentId))
    .slice(0, shown.length > 0 ? MAX_FURTHER_DOCUMENTS : MAX_DOCUMENTS);
  const { newestDocuments: title } = context.deps.language.sentences.tasks;
  const head = `${shown.length > 0 ? "\n\n" : ""}${title}\n`;
  return [
    ...shown.map((entry) => entryPart(entry, context)),
    ...(further.length > 0 ? [[head], ...further.map((document) => documentPart(document, context))] : []),
  ];
}

/** A document on one line: its date, its title and its first sentence. */
function documentPart(document: Document, { deps }: TaskContext): TaskPart {
  const { language } = deps;
  const range = [0, Math.min(document.text.length, OPENING_CHARACTERS)] as const;
  const opening = unitsOf(document, range, language)[0];
  const date = language.sentences.tasks.date(document.updatedAt, "day");
  const text = opening?.text || (opening?.items[0]?.text ?? "");
  const { start, end } = opening ?? { start: 0, end: Math.min(document.text.length, 1) };
  const words = text === "" ? "" : `: ${escapeMarkdown(text)}`;
  return [`\n- **${date}** · ${escapeMarkdown(nameOf(document))}${words} `, { document, start, end }];
}
