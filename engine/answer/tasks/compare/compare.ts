import { escapeMarkdown } from "../../text/escape-markdown";
import { findStatements, statementPart } from "../about";
import { candidatesFor, createSubject, findPlaces, type Place } from "../find-places";
import type { IntentOf, TaskContext, TaskOutcome, TaskPart } from "../task";
import { comparePlaces } from "./compare-places";
import { compareRows } from "./compare-rows";

/** Statements of a side where nothing is aligned. */
const MAX_STATEMENTS = 3;

/**
 * Two things side by side: two documents or sections, two rows of a table, else what is said of each. Says so where only
 * one of them is found.
 */
export async function compare(intent: IntentOf<"compare">, context: TaskContext): Promise<TaskOutcome> {
  const aspect = intent.aspect === undefined ? undefined : createSubject(intent.aspect, context);
  for (const [leftWords, rightWords] of readSides(intent)) {
    const left = await findPlaces(leftWords, context);
    const right = await findPlaces(rightWords, context);
    const pair = distinctPair(left, right);
    if (!pair) continue;
    const parts = await comparePlaces({ ...pair, aspect }, context);
    if (parts.length > 0) return parts;
  }
  for (const [leftWords, rightWords] of readSides(intent)) {
    const [left, right] = [createSubject(leftWords, context), createSubject(rightWords, context)];
    const documents = await candidatesFor(`${leftWords} ${rightWords}`, context);
    const parts = compareRows(documents, { left, right, aspect });
    if (parts) return parts;
  }
  return compareStatements(intent, context);
}

/** The sides as typed, and with the words that one may lack: "red and blue kayaks", "kayaks in May and June". */
function readSides({ left, right }: IntentOf<"compare">): readonly (readonly [string, string])[] {
  const [lefts, rights] = [left.split(" "), right.split(" ")];
  const readings: (readonly [string, string])[] = [[left, right]];
  if (rights.length > 1) readings.push([[...lefts, ...rights.slice(1)].join(" "), right]);
  if (lefts.length > 1) readings.push([left, [...lefts.slice(0, -1), ...rights].join(" ")]);
  return readings;
}

/** The closest names of both sides that are not the same place. */
function distinctPair(lefts: readonly Place[], rights: readonly Place[]) {
  const [left, right] = [lefts[0], rights[0]];
  if (!left || !right) return undefined;
  if (!isSame(left, right)) return { left, right };
  const other = rights.find((place) => !isSame(place, left));
  if (other) return { left, right: other };
  const otherLeft = lefts.find((place) => !isSame(place, right));
  return otherLeft && { left: otherLeft, right };
}

function isSame(a: Place, b: Place): boolean {
  return a.document.documentId === b.document.documentId && a.start === b.start;
}

async function compareStatements(
  { left, right, aspect }: IntentOf<"compare">,
  context: TaskContext,
): Promise<TaskOutcome> {
  const find = (side: string) =>
    findStatements(createSubject(aspect ? `${side} ${aspect}` : side, context), context, MAX_STATEMENTS);
  const sides = [
    { name: left, statements: await find(left) },
    { name: right, statements: await find(right) },
  ];
  if (sides.every(({ statements }) => statements.length === 0)) return "nothing";
  const { sentences } = context.deps.language;
  return sides.flatMap(({ name, statements }, index): readonly TaskPart[] => {
    const head = `${index === 0 ? "" : "\n\n"}**${escapeMarkdown(name)}**\n`;
    if (statements.length === 0) {
      return [[`${head}\n${sentences.tasks.nothingOn(escapeMarkdown(name), context.deps.scopePhrase)}`]];
    }
    return [[head], ...statements.map((statement) => statementPart(statement))];
  });
}
