import { escapeMarkdown } from "../../text/escape-markdown";
import type { Place } from "../find-places";
import { shownText, type Unit } from "../read/units";
import type { Piece, TaskContext, TaskOutcome, TaskPart } from "../task";
import { groupUnits } from "./group-units";
import { selectUnits, type UnitGroup } from "./select-units";

/** Sentences of a summary of one place, and of each of several. */
const MAX_SENTENCES = 10;
const MAX_SENTENCES_OF_SEVERAL = 4;
/** A text of this size is not shortened. */
const MAX_WHOLE_CHARACTERS = 1_200;
/** Main sections with a sentence each; further ones are named. */
const MAX_GROUPS = 18;
const MAX_NAMED_GROUPS = 12;
const MAX_ITEMS = 8;

/** Summaries of places, each below its name. */
export async function summarisePlaces(places: readonly Place[], context: TaskContext): Promise<TaskOutcome> {
  const limit = places.length > 1 ? MAX_SENTENCES_OF_SEVERAL : MAX_SENTENCES;
  const parts: TaskPart[] = [];
  for (const place of places) {
    const found = await summarisePlace(place, limit, context);
    if (found.length === 0) continue;
    parts.push([`${parts.length > 0 ? "\n\n" : ""}**${escapeMarkdown(place.name)}**\n\n`], ...found);
  }
  return parts.length > 0 ? parts : "nothing";
}

async function summarisePlace(
  place: Place,
  limit: number,
  { deps, signal }: TaskContext,
): Promise<readonly TaskPart[]> {
  const groups = groupUnits(place, deps.language);
  const shown = groups.slice(0, MAX_GROUPS);
  const selected = isShort(groups, limit)
    ? shown
    : await selectUnits(shown, { limit, embedder: deps.embedder, language: deps.language, signal });
  const parts = selected.map((group, index) =>
    toPart(group, place, { before: selected[index - 1]?.heading, deps }),
  );
  const others = groups.slice(MAX_GROUPS).map(({ heading }) => escapeMarkdown(heading));
  if (others.length === 0) return parts;
  const { furtherSections, more } = deps.language.sentences.tasks;
  const left = others.length - MAX_NAMED_GROUPS;
  const named = [...others.slice(0, MAX_NAMED_GROUPS), ...(left > 0 ? [more(left)] : [])];
  return [...parts, [`\n\n${furtherSections(named)}`]];
}

function isShort(groups: readonly UnitGroup[], limit: number): boolean {
  const units = groups.flatMap((group) => group.units);
  const characters = units.reduce((sum, { start, end }) => sum + end - start, 0);
  return units.length <= limit && characters <= MAX_WHOLE_CHARACTERS;
}

interface PartOptions {
  /** The heading of the group before; undefined for the first group. */
  readonly before: string | undefined;
  readonly deps: TaskContext["deps"];
}

/** A group as an item under its heading, or as a paragraph where it has none. */
function toPart({ heading, units }: UnitGroup, place: Place, { before, deps }: PartOptions): TaskPart {
  const indent = heading === "" ? "" : "  ";
  const head = heading === "" ? "" : `- **${escapeMarkdown(heading)}**: `;
  const isSameList = before !== "" && heading !== "";
  const separator = before === undefined ? "" : isSameList ? "\n" : "\n\n";
  const pieces: Piece[] = [`${separator}${head}`];
  const runs = joinAdjacent(units, place);
  for (const [index, run] of runs.entries()) {
    if (index > 0) pieces.push(runs[index - 1]?.kind === "items" ? `\n\n${indent}` : " ");
    pieces.push(...unitPieces(run, place, { indent, deps }));
  }
  return pieces;
}

function unitPieces(
  unit: Unit,
  { document }: Place,
  { indent, deps }: { readonly indent: string; readonly deps: TaskContext["deps"] },
): readonly Piece[] {
  const place = { document, start: unit.start, end: unit.end };
  if (unit.kind === "sentence") return [`${shownText(document, unit.start, unit.end)} `, place];
  const items = unit.items.slice(0, MAX_ITEMS).map(({ text }) => `\n${indent}- ${escapeMarkdown(text)}`);
  const left = unit.items.length - items.length;
  if (left > 0) items.push(`\n${indent}- ${deps.language.sentences.tasks.more(left)}`);
  if (unit.text === "") return [...items, " ", place];
  return [`${escapeMarkdown(unit.text)} `, place, ...(indent === "" ? ["\n"] : []), ...items];
}

/** Sentences that follow one another are cited as one. */
function joinAdjacent(units: readonly Unit[], { document }: Place): readonly Unit[] {
  const joined: Unit[] = [];
  for (const unit of units) {
    const last = joined.at(-1);
    const between = last ? document.text.slice(last.end, unit.start) : "";
    const follows =
      last?.kind === "sentence" && unit.kind === "sentence" && /^[^\S\n]*\n?[^\S\n]*$/.test(between);
    if (last && follows)
      joined[joined.length - 1] = { ...last, end: unit.end, text: `${last.text} ${unit.text}` };
    else joined.push(unit);
  }
  return joined;
}
