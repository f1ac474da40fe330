import { escapeMarkdown } from "../../text/escape-markdown";
import type { Place, Subject } from "../find-places";
import { sectionsOf } from "../read/sections";
import { shownText, type Unit, unitsOf } from "../read/units";
import type { TaskContext, TaskPart } from "../task";
import { type Aligned, alignFacts, alignSentences } from "./align";
import { type Fact, readFacts } from "./read-facts";
import { type ComparisonRow, writeTable } from "./write-table";

export interface ComparedPlaces {
  readonly left: Place;
  readonly right: Place;
  /** What is compared; everything where absent. */
  readonly aspect: Subject | undefined;
  /** True to leave out what both sides have alike. */
  readonly onlyDifferences?: boolean;
}

const MAX_FACTS = 16;
const MAX_SENTENCES = 12;
const MAX_SENTENCES_OF_SIDE = 4;
/** Sentences that are read of a side. */
const MAX_READ_SENTENCES = 80;

/** Two documents or sections side by side: what both tables have, else sentences. Empty when the aspect is in neither. */
export async function comparePlaces(
  places: ComparedPlaces,
  context: TaskContext,
): Promise<readonly TaskPart[]> {
  const facts = comparedFacts(places);
  const names = [places.left.name, places.right.name] as const;
  if (facts.some(({ left, right }) => left && right)) return writeTable(names, facts.map(toFactRow));
  const sentences = await comparedSentences(places, context);
  const rows = [...facts.map(toFactRow), ...sentences.map((pair) => toSentenceRow(pair, places))];
  if (rows.length === 0) return [];
  const shared = rows.filter(({ left, right }) => left && right);
  return [
    ...(shared.length > 0 ? [...writeTable(names, shared), ["\n\n"]] : []),
    ...writeSide(
      names[0],
      rows.filter(({ right }) => !right),
      { places, context },
    ),
    ...writeSide(
      names[1],
      rows.filter(({ left }) => !left),
      { places, context },
    ),
    ...(shared.length > 0 ? [] : missingSide(names, rows, { places, context })),
  ];
}

interface SideOptions {
  readonly places: ComparedPlaces;
  readonly context: TaskContext;
}

/** What one side says alone. */
function writeSide(
  name: string,
  rows: readonly ComparisonRow[],
  { context }: SideOptions,
): readonly TaskPart[] {
  const items = rows
    .slice(0, MAX_SENTENCES_OF_SIDE)
    .flatMap(({ label, left, right }): readonly TaskPart[] => {
      const cell = left ?? right;
      const head = label === "" ? "" : `${escapeMarkdown(label)}: `;
      return cell ? [[`\n- ${head}${cell.markdown} `, cell.place]] : [];
    });
  if (items.length === 0) return [];
  const title = context.deps.language.sentences.tasks.onlyIn(escapeMarkdown(name));
  return [[`${title}\n`], ...items, ["\n\n"]];
}

function missingSide(
  [left, right]: readonly [string, string],
  rows: readonly ComparisonRow[],
  { places, context }: SideOptions,
): readonly TaskPart[] {
  const missing = rows.every((row) => !row.left) ? left : rows.every((row) => !row.right) ? right : undefined;
  return missing === undefined ? [] : [nothingOn(missing, places, context)];
}

/** One side says nothing on what is compared. */
function nothingOn(name: string, { aspect }: ComparedPlaces, { deps }: TaskContext): TaskPart {
  const subject = aspect ? `${aspect.text} (${name})` : name;
  return [`${deps.language.sentences.tasks.nothingOn(escapeMarkdown(subject), deps.scopePhrase)}`];
}

function comparedFacts({ left, right, aspect, onlyDifferences }: ComparedPlaces): readonly Aligned<Fact>[] {
  const [lefts, rights] = [left, right].map((place) => ofAspect(readFacts(place), aspect));
  const all = alignFacts(lefts ?? [], rights ?? []);
  const pairs = onlyDifferences ? all.filter((pair) => pair.left?.value !== pair.right?.value) : all;
  if (pairs.length <= MAX_FACTS) return pairs;
  const best = new Set(pairs.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, MAX_FACTS));
  return pairs.filter((pair) => best.has(pair));
}

/** Facts whose label and field have the aspect, else those whose label or field has a word of it. */
function ofAspect(facts: readonly Fact[], aspect: Subject | undefined): readonly Fact[] {
  if (!aspect) return facts;
  const words = ({ label, field }: Fact) => `${label}\n${field}`;
  return facts.filter((fact) => aspect.isIn(words(fact)));
}

/** What differs, numbers first. */
function weightOf({ left, right }: Aligned<Fact>): number {
  const differs = left && right && left.value !== right.value ? 2 : 0;
  return differs + (/\p{N}/u.test(`${left?.value}${right?.value}`) ? 1 : 0);
}

function toFactRow({ left, right }: Aligned<Fact>): ComparisonRow {
  const { label = "", field = "" } = left ?? right ?? {};
  return {
    label: field === "" ? label : `${label} · ${field}`,
    left: left && toFactCell(left),
    right: right && toFactCell(right),
  };
}

function toFactCell({ value, document, start, end }: Fact) {
  return { markdown: escapeMarkdown(value), place: { document, start, end } };
}

async function comparedSentences(
  { left, right, aspect, onlyDifferences }: ComparedPlaces,
  { deps, signal }: TaskContext,
): Promise<readonly Aligned<Unit>[]> {
  const [lefts, rights] = [left, right].map((place) => {
    const sentences = sentencesOf(place, deps);
    return aspect ? sentences.filter(({ text }) => aspect.isIn(text)) : sentences;
  });
  const all = await alignSentences(lefts ?? [], rights ?? [], {
    embedder: deps.embedder,
    signal,
    names: [left.name, right.name],
  });
  const pairs = onlyDifferences ? all.filter((pair) => pair.left?.text !== pair.right?.text) : all;
  const hasNumber = ({ left, right }: Aligned<Unit>) => /\p{N}/u.test(`${left?.text} ${right?.text}`);
  const weight = (pair: Aligned<Unit>) => (pair.left && pair.right ? 2 : 0) + (hasNumber(pair) ? 1 : 0);
  const best = new Set(pairs.toSorted((a, b) => weight(b) - weight(a)).slice(0, MAX_SENTENCES));
  return pairs.filter((pair) => best.has(pair));
}

function sentencesOf({ document, start, end }: Place, { language }: TaskContext["deps"]): readonly Unit[] {
  const sections = sectionsOf(document).filter((section) => section.start >= start && section.start < end);
  const ranges = sections.map((section) => [section.bodyStart, Math.min(section.end, end)] as const);
  const units = (ranges.length > 0 ? ranges : [[start, end] as const]).flatMap((range) =>
    unitsOf(document, range, language),
  );
  return units.filter(({ kind }) => kind === "sentence").slice(0, MAX_READ_SENTENCES);
}

function toSentenceRow({ left, right }: Aligned<Unit>, places: ComparedPlaces): ComparisonRow {
  const toCell = (unit: Unit | undefined, { document }: Place) =>
    unit && {
      markdown: shownText(document, unit.start, unit.end),
      place: { document, start: unit.start, end: unit.end },
    };
  return { label: "", left: toCell(left, places.left), right: toCell(right, places.right) };
}
