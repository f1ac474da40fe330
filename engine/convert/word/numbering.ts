import { childOf, elementsIn, type XmlElement } from "../xml/xml-element";
import { formatNumber } from "./format-number";
import { type NumberingReference, propertyValue } from "./read-styles";

interface Level {
  readonly format: string;
  /** "%1.%2" */
  readonly text: string;
  readonly start: number;
  readonly isLegal: boolean;
}

interface List {
  /** Lists with the same one go on counting. */
  readonly id: string;
  readonly levels: readonly Level[];
  /** Levels that start anew where this list is first used. */
  readonly restarts: ReadonlyMap<number, number>;
}

/** Counts the paragraphs of lists, as they are numbered on the page. */
export interface Numbering {
  /** The number or the bullet before the next paragraph of this list: `3.`, `1.2`, `(a)`, `-`; "" for none. */
  next(reference: NumberingReference): string;
}

const MAX_LEVELS = 9;

export function createNumbering(root: XmlElement | undefined): Numbering {
  const lists = readLists(root);
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  return {
    next({ list: id, level }) {
      const list = lists.get(id);
      const own = list?.levels[level];
      if (!list || !own || level >= MAX_LEVELS) return "";
      const counts = counters.get(list.id) ?? [];
      counters.set(list.id, counts);
      const restart = started.has(`${id}:${level}`) ? undefined : list.restarts.get(level);
      started.add(`${id}:${level}`);
      counts[level] = restart ?? (counts[level] ?? own.start - 1) + 1;
      counts.length = level + 1;
      return own.format === "bullet" ? "-" : label(own, list, counts);
    },
  };
}

function label(own: Level, { levels }: List, counts: readonly (number | undefined)[]): string {
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = levels[Number(digit) - 1];
    const count = counts[Number(digit) - 1] ?? level?.start ?? 1;
    return formatNumber(count, own.isLegal ? "decimal" : (level?.format ?? "decimal"));
  });
  return text.trim();
}

function readLists(root: XmlElement | undefined): ReadonlyMap<string, List> {
  const abstracts = new Map(
    elementsIn(root)
      .filter(({ name }) => name === "w:abstractNum")
      .map((element) => [element.attributes["w:abstractNumId"] ?? "", element]),
  );
  const lists = elementsIn(root).filter(({ name }) => name === "w:num");
  return new Map(
    lists.map((list) => {
      const id = propertyValue(list, "w:abstractNumId") ?? "";
      return [list.attributes["w:numId"] ?? "", toList(id, list, abstracts.get(id))];
    }),
  );
}

function toList(id: string, list: XmlElement, abstract: XmlElement | undefined): List {
  const levels: Level[] = [];
  for (const level of elementsIn(abstract).filter(({ name }) => name === "w:lvl"))
    levels[levelNumber(level)] = toLevel(level);
  const restarts = new Map<number, number>();
  for (const override of elementsIn(list).filter(({ name }) => name === "w:lvlOverride")) {
    const own = childOf(override, "w:lvl");
    if (own) levels[levelNumber(override)] = toLevel(own);
    const start = propertyValue(override, "w:startOverride");
    if (start !== undefined) restarts.set(levelNumber(override), Number(start));
  }
  return { id, levels, restarts };
}

function levelNumber({ attributes }: XmlElement): number {
  return Math.min(Math.max(0, Number(attributes["w:ilvl"] ?? 0) || 0), MAX_LEVELS);
}

function toLevel(level: XmlElement): Level {
  return {
    format: propertyValue(level, "w:numFmt") ?? "decimal",
    text: propertyValue(level, "w:lvlText") ?? "",
    start: Number(propertyValue(level, "w:start") ?? 1),
    isLegal: childOf(level, "w:isLgl") !== undefined,
  };
}
