import type { Document } from "../../../model/document";
import { alphanumericRuns } from "../../../util/words";
import { proseText } from "../../text/prose-text";
import { findStatements } from "../about";
import { candidatesFor, createSubject, nameOf, type Subject } from "../find-places";
import type { Words } from "../read/block";
import { shownText } from "../read/units";
import type { IntentOf, TaskContext, TaskOutcome, TaskPart } from "../task";
import { type FoundList, findLists } from "./find-lists";
import { itemPart, writeListTable } from "./write-list";

const MAX_ITEMS = 40;
/** Of the closest name's closeness. */
const MIN_RELATIVE_CLOSENESS = 0.6;
/** Documents with the subject in their title make a list themselves. */
const MIN_DOCUMENTS = 2;
/** A table with more columns is given as lines. */
const MAX_COLUMNS = 6;

/** An item with its document. */
export interface ListedItem extends Words {
  readonly document: Document;
}

/**
 * All items of the lists that the subject names, with their number; of several documents each item once. Where no list
 * has the name it is a question like any: which and how many are asked of much that is in a sentence.
 */
export async function listItems(
  { subject: words, counted = false }: IntentOf<"list">,
  context: TaskContext,
): Promise<TaskOutcome> {
  const subject = createSubject(words, context);
  const documents = await candidatesFor(words, context);
  const lists = closestLists(
    documents.flatMap((document) => findLists(subject, document, context.deps.language)),
  );
  const stated = counted ? await statedCount(subject, lists, context) : [];
  const items = lists.length > 0 ? distinctItems(lists) : titledDocuments(subject, documents);
  if (items.length === 0) return stated.length > 0 ? stated : "question";
  return [...stated, ...writeItems(items, lists, context)];
}

/** Those of the best rank whose names are about as close. */
function closestLists(lists: readonly FoundList[]): readonly FoundList[] {
  const best = Math.max(0, ...lists.map(({ rank }) => rank));
  const ofRank = lists.filter(({ rank }) => rank === best);
  const closest = Math.max(0, ...ofRank.map(({ closeness }) => closeness));
  return ofRank.filter(({ closeness }) => closeness >= closest * MIN_RELATIVE_CLOSENESS);
}

/** An item is left out where an earlier list has it; those of one list are all different. */
function distinctItems(lists: readonly FoundList[]): readonly ListedItem[] {
  const listed: ListedItem[] = [];
  const keys = new Set<string>();
  for (const { document, items } of lists) {
    const added = items.filter(({ text }) => !keys.has(labelKey(text)));
    listed.push(...added.map((item) => ({ ...item, document })));
    for (const { text } of added) keys.add(labelKey(text));
  }
  return listed;
}

/** An item is known by what stands before its colon. */
function labelKey(text: string): string {
  const [label = ""] = text.split(/: | – | — /);
  return alphanumericRuns(label.toLowerCase()).join(" ");
}

function titledDocuments(subject: Subject, documents: readonly Document[]): readonly ListedItem[] {
  const titled = documents.filter(({ title }) => subject.isIn(title));
  if (titled.length < MIN_DOCUMENTS) return [];
  return titled.map((document) => {
    const firstLine = document.text.search(/\S/);
    const end = document.text.indexOf("\n", Math.max(0, firstLine));
    return {
      document,
      text: nameOf(document),
      start: Math.max(0, firstLine),
      end: end < 0 ? document.text.length : end,
    };
  });
}

function writeItems(
  items: readonly ListedItem[],
  lists: readonly FoundList[],
  { deps }: TaskContext,
): readonly TaskPart[] {
  const { tasks } = deps.language.sentences;
  const names = new Set(items.map(({ document }) => nameOf(document)));
  const isWhole = lists.every((list) => list.isWhole);
  const head = tasks.found(items.length, [...names], isWhole);
  const [only] = lists;
  if (only?.table && lists.length === 1 && only.table.header.length <= MAX_COLUMNS) {
    return [[`${head}\n\n`], ...writeListTable(only.document, only.table, { limit: MAX_ITEMS, tasks })];
  }
  const parts = items.slice(0, MAX_ITEMS).map(itemPart);
  const left = items.length - parts.length;
  return [[`${head}\n`], ...parts, ...(left > 0 ? [[`\n- ${tasks.more(left)}`]] : [])];
}

/** The sentence that states how many there are: that which announces a list, or any other. */
async function statedCount(
  subject: Subject,
  lists: readonly FoundList[],
  context: TaskContext,
): Promise<readonly TaskPart[]> {
  const { texts } = context.deps.language;
  const noun = (alphanumericRuns(subject.text).at(-1) ?? "").toLowerCase().replace(/s$/, "");
  const states = (text: string) =>
    texts.extractFacts(text).facts.some(({ unit }) => unit?.replace(/s$/, "") === noun);
  const list = lists.find(({ leadIn }) => leadIn && states(leadIn.text));
  if (list?.leadIn) return countPart(list.document, list.leadIn);
  const found = (await findStatements(subject, context)).find(
    ({ passage: { document }, statement: { kind, start, end } }) =>
      kind === "sentence" && states(proseText(document, start, end)),
  );
  return found ? countPart(found.passage.document, found.statement) : [];
}

function countPart(document: Document, { start, end }: Pick<Words, "start" | "end">): readonly TaskPart[] {
  return [[`${shownText(document, start, end)} `, { document, start, end }, "\n\n"]];
}
