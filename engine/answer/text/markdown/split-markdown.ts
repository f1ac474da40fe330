import type { RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import type { Language } from "../../../language/language";
import { resolveNoteSyntax } from "../../../util/resolve-note-syntax";
import { codeComments } from "../code-comments";
import { splitPlain } from "../split-plain";
import { type Statement, shiftStatement } from "../statement";
import { commandBelowHeading, introducedCode } from "./code-statements";
import { frontMatterFields } from "./front-matter-fields";
import { inlineText } from "./inline-text";
import { listStatements } from "./list-statements";
import { mermaidStatements } from "./mermaid-statements";
import { nodeText } from "./node-text";
import { paragraphStatements } from "./paragraph-statements";
import type { Place } from "./place";
import { rangeOf } from "./range-of";
import { tableRows } from "./table-rows";

/** The parser takes quadratic time for some texts; a longer passage is no prose and is split as plain text. */
const MAX_PARSED_CHARACTERS = 8_000;
const MAX_CAPTION_CHARACTERS = 200;

export interface MarkdownOptions {
  /** Opens the code block or the table that the text begins inside; "" elsewhere. */
  readonly opening: string;
  /** Where the front matter ends that the text begins with, or inside; 0 or less elsewhere. */
  readonly bodyStart: number;
  /** The title of the document. */
  readonly title: string;
  /** The headings above the text, innermost last. */
  readonly headings: readonly string[];
  readonly language: Language;
}

/**
 * Statements of Markdown. Headings, badges, navigation and raw HTML are none. A sentence includes the short code block
 * after it, and one that ends in a colon the list after it. Code without its beginning is no statement.
 */
export function splitMarkdown(text: string, options: MarkdownOptions): readonly Statement[] {
  const { opening, bodyStart, title, headings, language } = options;
  if (text.length > MAX_PARSED_CHARACTERS) return splitPlain(text, language);
  if (bodyStart > 0) {
    const body = splitMarkdown(text.slice(bodyStart), { ...options, bodyStart: 0 });
    return [
      ...frontMatterFields(text.slice(0, bodyStart), title),
      ...body.map((statement) => shiftStatement(statement, bodyStart)),
    ];
  }
  const written = opening + text;
  const resolved = resolveNoteSyntax(written);
  const place = { text: resolved, written, language, heading: headings.at(-1) ?? "", parent: "" };
  const parsing = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };
  return toStatements(fromMarkdown(resolved, parsing).children, place)
    .map((statement) => shiftStatement(statement, -opening.length))
    .map((statement) => (statement.kind === "row" ? clipStart(statement) : statement))
    .filter(({ start, end }) => start >= 0 && end > start);
}

/** The passage may begin inside a row. */
function clipStart(row: Statement): Statement {
  return { ...row, start: Math.max(0, row.start) };
}

function toStatements(nodes: readonly RootContent[], around: Place): readonly Statement[] {
  const statements: Statement[] = [];
  let place = around;
  for (const [position, node] of nodes.entries()) {
    const [before, next] = [nodes[position - 1], nodes[position + 1]];
    if (node.type === "heading") place = { ...place, heading: nodeText(node) };
    if (node.type === "list") {
      const leadIn = before && leadInOf(statements, before, place.text);
      const found = listStatements(node, { ...place, leadIn, inside: toStatements });
      if (leadIn && found[0]?.start === leadIn.start) statements.pop();
      statements.push(...found);
    } else {
      statements.push(...blockStatements(node, { before, next, place }));
    }
  }
  return statements;
}

interface Neighbours {
  readonly before: RootContent | undefined;
  readonly next: RootContent | undefined;
  readonly place: Place;
}

function blockStatements(node: RootContent, { before, next, place }: Neighbours): readonly Statement[] {
  switch (node.type) {
    case "heading":
      return next?.type === "code" ? commandBelowHeading(next) : [];
    case "paragraph": {
      const statements = paragraphStatements(node, place);
      const last = statements.at(-1);
      return last && next?.type === "code"
        ? [...statements, ...introducedCode(last, next, place.text)]
        : statements;
    }
    case "code":
      return node.lang === "mermaid"
        ? mermaidStatements(node)
        : codeComments(place.text, rangeOf(node), place.language);
    case "table":
      return tableStatements(node, before, place);
    case "blockquote":
      return toStatements(node.children, place);
    default:
      return [];
  }
}

/** The last sentence of the paragraph before a list, where it announces the list. */
function leadInOf(
  statements: readonly Statement[],
  before: RootContent,
  text: string,
): Statement | undefined {
  const last = statements.at(-1);
  if (before.type !== "paragraph" || !last || last.start < rangeOf(before)[0]) return undefined;
  return /[:：][*_]*$/.test(text.slice(last.start, last.end)) ? last : undefined;
}

/** A short paragraph directly above a table is its caption. */
function tableStatements(
  table: Table,
  before: RootContent | undefined,
  { text, heading, language }: Place,
): readonly Statement[] {
  const range: [number, number] = before?.type === "paragraph" ? rangeOf(before) : [0, 0];
  const caption = range[1] - range[0] <= MAX_CAPTION_CHARACTERS ? inlineText(text, range) : "";
  const context = [heading, caption].filter(Boolean).join("\n");
  return tableRows(table, { context, valueColumn: language.texts.valueColumn });
}
