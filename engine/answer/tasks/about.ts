import type { Document } from "../../model/document";
import type { ScoredStatement } from "../evidence/score-statements";
import { escapeMarkdown } from "../text/escape-markdown";
import { nameOf, readingsOf, type Subject } from "./find-places";
import { shownText } from "./read/units";
import { searchSubject, type TaskContext, type TaskOutcome, type TaskPart } from "./task";

const MAX_STATEMENTS = 6;
const MAX_PER_DOCUMENT = 4;
const MAX_PER_HEADING = 2;
/** Of the best statement's score. */
const MIN_RELATIVE_SCORE = 0.6;

/**
 * The best statements on a subject, under different headings, by document. Every content word of the subject stands in a
 * statement, its headings or its title: a subject that is not in the sources has none.
 */
export async function aboutTopic(subject: string, context: TaskContext): Promise<TaskOutcome> {
  const statements = await firstStatements(readingsOf(subject, context), context);
  if (statements.length === 0) return "nothing";
  const documents = new Map<Document, ScoredStatement[]>();
  for (const statement of statements) {
    const { document } = statement.passage;
    documents.set(document, [...(documents.get(document) ?? []), statement]);
  }
  return [...documents].flatMap(([document, found], index) => [
    [`${index === 0 ? "" : "\n\n"}**${escapeMarkdown(nameOf(document))}**\n`],
    ...found
      .toSorted((a, b) => a.statement.start - b.statement.start)
      .map((statement) => statementPart(statement)),
  ]);
}

async function firstStatements(
  readings: readonly Subject[],
  context: TaskContext,
): Promise<readonly ScoredStatement[]> {
  for (const reading of readings) {
    const statements = await findStatements(reading, context);
    if (statements.length > 0) return statements;
  }
  return [];
}

/** The statements on a subject, best first. */
export async function findStatements(
  subject: Subject,
  context: TaskContext,
  limit = MAX_STATEMENTS,
): Promise<readonly ScoredStatement[]> {
  const { statements: judged } = await searchSubject(subject.text, context);
  // Whether a statement answers a question is not asked of a topic.
  const statements = judged.toSorted((a, b) => b.score - a.score);
  const perDocument = new Map<number, number>();
  const perHeading = new Map<string, number>();
  const picked: ScoredStatement[] = [];
  for (const candidate of statements) {
    if (picked.length === limit) break;
    if (!isAbout(candidate, subject) || candidate.score < (picked[0]?.score ?? 0) * MIN_RELATIVE_SCORE)
      continue;
    const { document, chunk } = candidate.passage;
    const heading = `${document.documentId} ${chunk.headings.join(" > ")} ${chunk.ordinal}`;
    if (picked.some((other) => overlaps(other, candidate))) continue;
    if (countUp(perHeading, heading) > MAX_PER_HEADING) continue;
    if (countUp(perDocument, document.documentId) > MAX_PER_DOCUMENT) continue;
    picked.push(candidate);
  }
  return picked;
}

function isAbout({ passage, statement, text, terms }: ScoredStatement, subject: Subject): boolean {
  if (statement.kind === "excerpt" || (statement.kind === "sentence" && text.endsWith(":"))) return false;
  const { document, chunk } = passage;
  const names = [document.title, ...chunk.headings].join("\n");
  return subject.isIn(`${names}\n${text}`) && (terms.size > 0 || subject.isIn(names));
}

function overlaps(a: ScoredStatement, b: ScoredStatement): boolean {
  return (
    a.passage.document.documentId === b.passage.document.documentId &&
    a.statement.start < b.statement.end &&
    b.statement.start < a.statement.end
  );
}

function countUp<Key>(counts: Map<Key, number>, key: Key): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

/** A statement as an item with its citation. */
export function statementPart({ passage: { document }, statement }: ScoredStatement, label = ""): TaskPart {
  const { start, end, markdown } = statement;
  const place = { document, start, end };
  if (markdown === undefined) return [`\n- ${label}${shownText(document, start, end)} `, place];
  if (!markdown.includes("\n")) return [`\n- ${label}${markdown} `, place];
  return [`\n- ${label}${markdown.replaceAll("\n", "\n  ")}\n\n  `, place];
}
