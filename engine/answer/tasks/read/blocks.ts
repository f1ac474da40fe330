import type { List, ListItem, RootContent, Table, TableRow } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import type { Document } from "../../../model/document";
import { proseText } from "../../text/prose-text";
import type { Block, Row, Words } from "./block";
import { plainBlocks } from "./plain-blocks";

/** The parser takes quadratic time for some texts. */
const MAX_PARSED_CHARACTERS = 8_000;
const OPTIONS = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };

/** The blocks of the stretch `[start, end)` of a document, which begins outside of blocks; at most its first characters. */
export function blocksOf(
  document: Document,
  [start, end]: readonly [number, number],
  maxCharacters = MAX_PARSED_CHARACTERS,
): readonly Block[] {
  const limit = Math.min(end, start + maxCharacters);
  const newline = document.text.lastIndexOf("\n", limit);
  const lastLine = newline > start ? newline : limit;
  const cut = limit === end ? end : lastLine;
  const text = document.text.slice(start, cut);
  if (document.format === "plain") return plainBlocks(text, start);
  if (document.format === "code") return [{ kind: "code", start, end: cut }];
  return fromMarkdown(text, OPTIONS).children.flatMap((node) => toBlocks(node, { document, offset: start }));
}

interface Source {
  readonly document: Document;
  /** Of the parsed stretch. */
  readonly offset: number;
}

function toBlocks(node: RootContent, source: Source): readonly Block[] {
  const { start, end } = rangeOf(node, source);
  switch (node.type) {
    case "paragraph":
      return [{ kind: "prose", start, end }];
    case "blockquote":
      return node.children.flatMap((child) => toBlocks(child, source));
    case "code":
      return [{ kind: "code", start, end }];
    case "list":
      return [{ kind: "list", start, end, isOrdered: node.ordered ?? false, items: itemsOf(node, source) }];
    case "table":
      return [{ kind: "table", start, end, ...tableOf(node, source) }];
    default:
      return [];
  }
}

function itemsOf(list: List, source: Source): readonly Words[] {
  return list.children.flatMap((item) => itemOf(item, source));
}

/** An item with its own paragraphs and with the items below it, on one line. */
function itemOf(item: ListItem, source: Source): readonly Words[] {
  const { start, end } = rangeOf(item, source);
  const words = item.children.flatMap((child) =>
    child.type === "list"
      ? [
          itemsOf(child, source)
            .map(({ text }) => text)
            .join("; "),
        ]
      : child.type === "paragraph"
        ? [inlineText(child, source)]
        : [],
  );
  const text = words.filter((part) => part !== "").join(" ");
  return text === "" ? [] : [{ text, start, end }];
}

function tableOf({ children: [head, ...rows] }: Table, source: Source) {
  return {
    header: head ? cellsOf(head, source) : [],
    rows: rows.map((row): Row => ({ ...rangeOf(row, source), cells: cellsOf(row, source) })),
  };
}

function cellsOf(row: TableRow, source: Source): readonly string[] {
  return row.children.map((cell) => {
    const [first, last] = [cell.children[0], cell.children.at(-1)];
    if (!first || !last) return "";
    return textOf(source, rangeOf(first, source).start, rangeOf(last, source).end);
  });
}

function inlineText(node: RootContent, source: Source): string {
  const { start, end } = rangeOf(node, source);
  return textOf(source, start, end);
}

function textOf({ document }: Source, start: number, end: number): string {
  return proseText(document, start, end).replace(/\s+/g, " ").trim();
}

function rangeOf(node: RootContent | TableRow, { offset }: Source): Pick<Words, "start" | "end"> {
  // The parser always sets positions; their type is optional for trees made by hand.
  return {
    start: offset + (node.position?.start.offset ?? 0),
    end: offset + (node.position?.end.offset ?? 0),
  };
}
