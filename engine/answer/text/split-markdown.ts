import type { Code, List, Paragraph, PhrasingContent, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import type { Language } from "../../language/language";
import { markdownWords } from "../../util/markdown-words";
import { countWordsOutsideLinks } from "./count-words-outside-links";
import { escapeMarkdown, fenceCode } from "./escape-markdown";
import { tableRows } from "./markdown/table-rows";
import { proseText } from "./prose-text";
import { splitPlain } from "./split-plain";
import { splitSentences } from "./split-sentences";
import { type Statement, shiftStatement } from "./statement";

/** Longer code is not quoted. */
const MAX_CODE_LINES = 10;
const MAX_CODE_CHARACTERS = 500;
/** Code this short directly below a heading needs no sentence that introduces it. */
const MAX_COMMAND_LINES = 3;
const MAX_LIST_CHARACTERS = 700;
const MAX_CAPTION_CHARACTERS = 200;
/** The parser takes quadratic time for some texts; a longer passage is no prose and is split as plain text. */
const MAX_PARSED_CHARACTERS = 8_000;

/**
 * Statements of Markdown. Headings, badges, navigation and raw HTML are none. A sentence includes the short code block
 * after it, and one that ends in a colon the list after it. `opening` opens the code block or the table that the text
 * begins inside, and is "" elsewhere; code without its beginning is no statement.
 */
export function splitMarkdown(
  text: string,
  { opening, headings, language }: MarkdownOptions,
): readonly Statement[] {
  if (text.length > MAX_PARSED_CHARACTERS) return splitPlain(text, language);
  const source = { text: opening + text, language, heading: headings.at(-1) ?? "" };
  const options = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };
  return toStatements(fromMarkdown(source.text, options).children, source)
    .map((statement) => shiftStatement(statement, -opening.length))
    .map((statement) => (statement.kind === "row" ? clipStart(statement) : statement))
    .filter(({ start, end }) => start >= 0 && end > start);
}

export interface MarkdownOptions {
  readonly opening: string;
  /** The headings above the text, innermost last. */
  readonly headings: readonly string[];
  readonly language: Language;
}

interface MarkdownSource {
  readonly text: string;
  readonly language: Language;
  /** The heading that the nodes stand under. */
  readonly heading: string;
}

/** The passage may begin inside a row. */
function clipStart(row: Statement): Statement {
  return { ...row, start: Math.max(0, row.start) };
}

function toStatements(nodes: readonly RootContent[], source: MarkdownSource): readonly Statement[] {
  const statements: Statement[] = [];
  let { heading } = source;
  for (const [position, node] of nodes.entries()) {
    const next = nodes[position + 1];
    if (node.type === "heading") heading = markdownWords(node).replace(/\s+/g, " ").trim();
    if (node.type === "paragraph") statements.push(...paragraphStatements(node, next, source));
    else if (node.type === "heading" && next?.type === "code") statements.push(...commandStatement(next));
    else if (node.type === "table")
      statements.push(...tableStatements(node, nodes[position - 1], { ...source, heading }));
    else if (node.type === "blockquote" || node.type === "list" || node.type === "listItem") {
      statements.push(...toStatements(node.children, { ...source, heading }));
    }
  }
  return statements;
}

function paragraphStatements(
  paragraph: Paragraph,
  next: RootContent | undefined,
  { text, language }: MarkdownSource,
): readonly Statement[] {
  if (!isProse(paragraph)) return [];
  const sentences: Statement[] = splitSentences(text, rangeOf(paragraph), language).map(([start, end]) => {
    return { kind: "sentence", start, end };
  });
  const last = sentences.at(-1);
  if (!last || !next) return sentences;
  if (next.type === "code") return [...sentences, ...introducedCode(last, next, text)];
  const list = text.charAt(last.end - 1) === ":" ? introducedList(last, next, text) : undefined;
  return list ? [...sentences.slice(0, -1), list] : sentences;
}

function introducedCode(lead: Statement, code: Code, text: string): readonly Statement[] {
  if (lineCount(code) > MAX_CODE_LINES || code.value.length > MAX_CODE_CHARACTERS) return [];
  const words = inlineText(text, [lead.start, lead.end]);
  const markdown = `${escapeMarkdown(words)}\n\n${fenceCode(code.value, code.lang)}`;
  return [{ kind: "code", start: lead.start, end: rangeOf(code)[1], leadInEnd: lead.end, markdown }];
}

function commandStatement(code: Code): readonly Statement[] {
  if (lineCount(code) > MAX_COMMAND_LINES || code.value.length > MAX_CODE_CHARACTERS) return [];
  const [start, end] = rangeOf(code);
  return [{ kind: "code", start, end, markdown: fenceCode(code.value, code.lang) }];
}

function introducedList(lead: Statement, list: RootContent, text: string): Statement | undefined {
  const [from, end] = rangeOf(list);
  if (list.type !== "list" || end - from > MAX_LIST_CHARACTERS || isNavigation(list)) return undefined;
  const words = escapeMarkdown(inlineText(text, [lead.start, lead.end]));
  return { kind: "list", start: lead.start, end, markdown: `${words}\n\n${listItems(list, text)}` };
}

/** A short paragraph directly above a table is its caption. */
function tableStatements(
  table: Table,
  before: RootContent | undefined,
  { text, heading, language }: MarkdownSource,
): readonly Statement[] {
  const range: [number, number] = before?.type === "paragraph" ? rangeOf(before) : [0, 0];
  const caption = range[1] - range[0] <= MAX_CAPTION_CHARACTERS ? inlineText(text, range) : "";
  const context = [heading, caption].filter(Boolean).join("\n");
  return tableRows(table, { context, valueColumn: language.texts.valueColumn });
}

function lineCount({ value }: Code): number {
  return value.split("\n").length;
}

function listItems(list: List, text: string): string {
  return list.children
    .map((item, position) => {
      const marker = list.ordered ? `${(list.start ?? 1) + position}.` : "-";
      const paragraphs = item.children.filter((child) => child.type === "paragraph");
      const words = paragraphs.map((paragraph) => inlineText(text, rangeOf(paragraph))).join(" ");
      return `${marker} ${escapeMarkdown(words)}`;
    })
    .join("\n");
}

function inlineText(text: string, [start, end]: readonly [number, number]): string {
  return proseText({ text, format: "markdown" }, start, end).replace(/\s+/g, " ");
}

/** Badges, link lists and "Back to top" have almost no words outside their links. */
function isProse(paragraph: Paragraph): boolean {
  return countWordsOutsideLinks(paragraph.children.map(textOutsideLinks).join(" ")) >= 2;
}

function textOutsideLinks(node: PhrasingContent): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "emphasis" || node.type === "strong")
    return node.children.map(textOutsideLinks).join(" ");
  return "";
}

function isNavigation(list: List): boolean {
  return list.children.every((item) =>
    item.children.every((child) => child.type === "list" || (child.type === "paragraph" && !isProse(child))),
  );
}

function rangeOf(node: RootContent): [number, number] {
  // The parser always sets positions; their type is optional for trees made by hand.
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
