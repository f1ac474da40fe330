import type { Table, TableRow } from "mdast";
import { escapeMarkdown } from "../escape-markdown";
import type { Statement } from "../statement";
import { nodeText } from "./node-text";

export interface TableOptions {
  /** What the table is about: the heading above it. */
  readonly context?: string | undefined;
  /** Names of a second column that say only that it holds values, as in "Field | Value". */
  readonly valueColumn: RegExp;
}

/** One statement for each row that has values, with the names of its columns. */
export function tableRows(table: Table, { context, valueColumn }: TableOptions): readonly Statement[] {
  const [header, ...rows] = table.children;
  const names = header ? rowCells(header) : [];
  const isKeyValue = names.length === 2 && (names[1] === "" || valueColumn.test(names[1] ?? ""));
  const join = isKeyValue ? joinKeyValue : joinRow;
  const subject = isKeyValue ? names[0] : "";
  let section = "";
  return rows.flatMap((row): readonly Statement[] => {
    const values = rowCells(row);
    const range = contentRange(row);
    const [first, ...others] = values.filter((value) => value !== "");
    if (!range || first === undefined) return [];
    // A row with one of several cells names the rows after it.
    const isSection = others.length === 0 && names.length > 1;
    const words = join(values, names);
    const about = [context, subject, isSection ? "" : section].filter(Boolean).join("\n");
    if (isSection) section = first;
    const [start, end] = range;
    const markdown = escapeMarkdown(words);
    return [{ kind: "row", start, end, words, markdown, ...(about !== "" && { context: about }) }];
  });
}

/** The words of the cells of one row, as a reader sees them. */
export function rowCells(row: TableRow): readonly string[] {
  return row.children.map(nodeText);
}

/** "Head: value · Head: value", without empty cells. */
function joinRow(values: readonly string[], names: readonly string[]): string {
  return values
    .flatMap((value, column) => (value === "" ? [] : [withName(names[column] ?? "", value)]))
    .join(" · ");
}

function joinKeyValue([key = "", ...values]: readonly string[]): string {
  const value = values.filter(Boolean).join(" · ");
  return value === "" ? key : withName(key, value);
}

function withName(name: string, value: string): string {
  const bare = name.replace(/[\s:]+$/, "");
  return bare === "" ? value : `${bare}: ${value}`;
}

/** From the first to the last content of a row, without the pipes around it. */
function contentRange({ children }: TableRow): [number, number] | undefined {
  const contents = children.flatMap((cell) => cell.children);
  const start = contents[0]?.position?.start.offset;
  const end = contents.at(-1)?.position?.end.offset;
  return start === undefined || end === undefined ? undefined : [start, end];
}
