import type { Document } from "../../model/document";
import type { ScoredStatement } from "../evidence/score-statements";
import { toQuote } from "../extract/to-quote";
import { escapeMarkdown } from "../text/escape-markdown";
import { type Fact, factsOf } from "./compare/read-facts";
import { createSubject, type Subject } from "./find-places";
import { blocksOf } from "./read/blocks";
import { sectionsOf } from "./read/sections";
import { unitsOf } from "./read/units";
import {
  documentsOf,
  type IntentOf,
  searchSubject,
  type TaskContext,
  type TaskOutcome,
  type TaskPart,
} from "./task";

const MAX_DOCUMENTS = 8;
const MAX_SECTION_CHARACTERS = 8_000;
/** Sections of a document that are looked at. */
const MAX_SECTIONS = 100;
/** Sentences of a document that is titled with the term. */
const MAX_OPENING_SENTENCES = 2;
/** A definition begins with its term; so many further letters may stand before its verb. */
const MAX_EXTRA_CHARACTERS = 12;

/** The definition of a term: its row of a glossary, a sentence that begins with it, the opening of its document. */
export async function define(
  { subject: words }: IntentOf<"define">,
  context: TaskContext,
): Promise<TaskOutcome> {
  const subject = createSubject(words, context);
  const { passages, statements } = await searchSubject(words, context);
  const documents = documentsOf(passages).slice(0, MAX_DOCUMENTS);
  const entry = documents.flatMap((document) => glossaryEntry(subject, document))[0];
  if (entry) return [entry];
  const { language } = context.deps;
  const sentence = statements.find((statement) => isDefinition(statement, subject, context));
  if (sentence) {
    const { passage, start, end, markdown } = toQuote(sentence, language);
    return [[`${markdown} `, { document: passage.document, start, end }]];
  }
  const titled = documents.find(({ title }) => isSameName(subject, title, context));
  return (titled && openingOf(titled, context)) ?? "question";
}

/** The row or item whose label is the term. */
function glossaryEntry(subject: Subject, document: Document): readonly TaskPart[] {
  const sections = sectionsOf(document)
    .slice(0, MAX_SECTIONS)
    .filter(({ bodyStart, end }) =>
      subject.isIn(document.text.slice(bodyStart, Math.min(end, bodyStart + MAX_SECTION_CHARACTERS))),
    );
  for (const { bodyStart, end } of sections) {
    const facts = blocksOf(document, [bodyStart, end], MAX_SECTION_CHARACTERS).flatMap((block) =>
      factsOf(block, document),
    );
    const own = facts.filter(({ label }) => isLabel(subject, label));
    const [first] = own;
    if (first)
      return [
        toEntry(
          first,
          own.filter(({ start }) => start === first.start),
        ),
      ];
  }
  return [];
}

function isLabel(subject: Subject, label: string): boolean {
  return subject.isIn(label) && label.length <= subject.text.length + MAX_EXTRA_CHARACTERS;
}

function toEntry({ label, document, start, end }: Fact, facts: readonly Fact[]): TaskPart {
  const values = facts.map(({ field, value }) =>
    facts.length > 1 && field !== "" ? `${field} ${value}` : value,
  );
  return [`**${escapeMarkdown(label)}**: ${escapeMarkdown(values.join(", "))} `, { document, start, end }];
}

function isDefinition(
  { statement, text }: ScoredStatement,
  subject: Subject,
  { deps }: TaskContext,
): boolean {
  if (statement.kind !== "sentence") return false;
  const { article, definitionVerb } = deps.language.texts;
  const bare = text.replace(article, "");
  const last = subject.matcher.matchRanges(bare).find(([, end]) => subject.isIn(bare.slice(0, end)));
  if (!last || last[1] > subject.text.length + MAX_EXTRA_CHARACTERS) return false;
  return definitionVerb.test(bare.slice(last[1]));
}

function isSameName({ isIn, matcher }: Subject, name: string, { deps }: TaskContext): boolean {
  const terms = new Set(deps.retriever.terms(name).flatMap(({ term, weight }) => (weight > 0 ? [term] : [])));
  return isIn(name) && terms.size === matcher.termCount;
}

function openingOf(document: Document, { deps }: TaskContext): readonly TaskPart[] | undefined {
  const section = sectionsOf(document).find(
    ({ bodyStart, end }) => document.text.slice(bodyStart, end).trim() !== "",
  );
  if (!section) return undefined;
  const range = [
    section.bodyStart,
    Math.min(section.end, section.bodyStart + MAX_SECTION_CHARACTERS),
  ] as const;
  const sentences = unitsOf(document, range, deps.language)
    .filter(({ kind }) => kind === "sentence")
    .slice(0, MAX_OPENING_SENTENCES);
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (!first || !last) return undefined;
  const text = sentences.map((sentence) => sentence.text).join(" ");
  return [[`${escapeMarkdown(text)} `, { document, start: first.start, end: last.end }]];
}
