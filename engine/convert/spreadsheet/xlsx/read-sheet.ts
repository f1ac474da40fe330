import { markdownLink } from "../../office/markdown/markdown-link";
import type { OfficePackage, Relationship } from "../../office/package/open-package";
import { elementsIn, type XmlElement } from "../../xml/xml-element";
import type { Merge, SheetCell, SheetRow } from "../sheet";
import { parseRange, parseReference } from "./cell-reference";
import { type CellContext, readCell } from "./read-cell";
import type { CellComments } from "./read-comments";

export interface ReadSheetOptions extends CellContext {
  readonly comments: CellComments;
  readonly relationships: readonly Relationship[];
  /** How many cells may still be read. */
  readonly maxCells: number;
}

export interface SheetContent {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  readonly cells: number;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** The row, counted from 1, from which on rows are left out. */
  readonly cutAt?: number;
}

/** What is gathered while a sheet is read. */
interface SheetDraft {
  readonly rows: SheetRow[];
  readonly merges: Merge[];
  readonly links: Map<string, string>;
  cells: number;
  hiddenRows: number;
  hiddenColumns: number;
  nextRow: number;
  cutAt?: number;
}

type ReadElement = (draft: SheetDraft, element: XmlElement, options: ReadSheetOptions) => void;

const READERS: Readonly<Record<string, ReadElement>> = {
  "x:row": addRow,
  "x:col": addColumns,
  "x:mergeCell": addMerge,
  "x:hyperlink": addLink,
};

/** Reads a sheet row by row. What belongs to its cells stands behind them and is put in at the end. */
export async function readSheet(
  file: OfficePackage,
  path: string,
  options: ReadSheetOptions,
): Promise<SheetContent> {
  const counts = { cells: 0, hiddenRows: 0, hiddenColumns: 0, nextRow: 0 };
  const draft: SheetDraft = { rows: [], merges: [], links: new Map(), ...counts };
  for await (const element of file.elements(path, (name) => name in READERS))
    READERS[element.name]?.(draft, element, options);
  return { ...draft, rows: withLinksAndComments(draft.rows, draft.links, options.comments) };
}

function addRow(draft: SheetDraft, element: XmlElement, options: ReadSheetOptions): void {
  const { r: number, hidden } = element.attributes;
  const index = number === undefined ? draft.nextRow : Number(number) - 1;
  draft.nextRow = index + 1;
  if (draft.cutAt !== undefined) return;
  const cells = readRow(element, options);
  if (cells.length === 0) return;
  if (draft.cells + cells.length > options.maxCells) {
    draft.cutAt = index + 1;
    return;
  }
  draft.rows.push({ index, cells });
  draft.cells += cells.length;
  if (isOn(hidden)) draft.hiddenRows++;
}

/** A hidden range to the last column is the empty space beside the table. */
function addColumns(draft: SheetDraft, { attributes }: XmlElement): void {
  const { hidden, min, max } = attributes;
  if (isOn(hidden) && Number(max) < 16_384) draft.hiddenColumns += Number(max) - Number(min) + 1;
}

function addMerge(draft: SheetDraft, { attributes }: XmlElement): void {
  const merge = parseRange(attributes.ref);
  if (merge) draft.merges.push(merge);
}

function addLink(
  { links }: SheetDraft,
  { attributes }: XmlElement,
  { relationships }: ReadSheetOptions,
): void {
  const target = relationships.find(({ id, isExternal }) => isExternal && id === attributes["r:id"])?.target;
  if (attributes.ref !== undefined && target !== undefined) links.set(attributes.ref, target);
}

function readRow(row: XmlElement, options: ReadSheetOptions): SheetCell[] {
  const cells: SheetCell[] = [];
  let next = 0;
  for (const cell of elementsIn(row)) {
    if (cell.name !== "x:c") continue;
    const column = parseReference(cell.attributes.r)?.column ?? next;
    next = column + 1;
    const value = readCell(cell, options);
    if (value) cells.push({ ...value, column, style: cell.attributes.s ?? "0" });
  }
  return cells;
}

function withLinksAndComments(
  rows: readonly SheetRow[],
  links: ReadonlyMap<string, string>,
  comments: CellComments,
): readonly SheetRow[] {
  if (links.size === 0 && comments.size === 0) return rows;
  const linkAt = byPlace(links);
  const commentsAt = byPlace(comments);
  const extended = rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const key = `${row.index},${cell.column}`;
      const address = linkAt.get(key);
      const said = commentsAt.get(key);
      commentsAt.delete(key);
      const text = address === undefined ? cell.text : markdownLink(cell.text, address);
      return said ? { ...cell, text: `${text} (${said.join("; ")})` } : { ...cell, text };
    }),
  }));
  return [...extended, ...commentsOnEmptyCells(commentsAt, rows.at(-1)?.index ?? 0)];
}

/** A comment on an empty cell is a line below the table. */
function commentsOnEmptyCells(
  comments: ReadonlyMap<string, readonly string[]>,
  lastRow: number,
): readonly SheetRow[] {
  return [...comments.values()].flat().map((text, at) => ({
    index: lastRow + 2 + 2 * at,
    cells: [{ column: 0, text, kind: "words", style: "" }],
  }));
}

function byPlace<T>(values: ReadonlyMap<string, T>): Map<string, T> {
  const places = new Map<string, T>();
  for (const [reference, value] of values) {
    const range = parseRange(reference);
    if (range) places.set(`${range.top},${range.left}`, value);
  }
  return places;
}

export function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
