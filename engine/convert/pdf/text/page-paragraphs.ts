import { orderBlocks } from "../layout/order-blocks";
import type { PdfBlock } from "../layout/pdf-block";
import type { PdfRow } from "../page/join-rows";
import type { LabelledField } from "../page/label-fields";
import { escapeLine } from "./escape-line";
import type { SizedText } from "./font-sizes";
import { type JoinOptions, joinLines, type PdfParagraph } from "./join-lines";
import { tableToMarkdown } from "./table-to-markdown";

/** Fields that follow one another, or what stands between them. */
export type PagePart =
  | { readonly kind: "fields"; readonly fields: readonly LabelledField[] }
  | { readonly kind: "blocks"; readonly blocks: readonly PdfBlock[] };

/** The parts of a page from top to bottom. */
export function pageParts(rows: readonly PdfRow[], fields: readonly LabelledField[]): PagePart[] {
  const parts: PagePart[] = [];
  let from = 0;
  let group: LabelledField[] = [];
  const close = () => {
    if (group.length > 0) parts.push({ kind: "fields", fields: group });
    group = [];
  };
  for (const field of fields) {
    const end = rows.findIndex((row, at) => at >= from && row.y > field.y + row.size * 0.5);
    const to = end < 0 ? rows.length : end;
    if (to > from) {
      close();
      parts.push({ kind: "blocks", blocks: orderBlocks(rows.slice(from, to)) });
      from = to;
    }
    group.push(field);
  }
  close();
  if (from < rows.length) parts.push({ kind: "blocks", blocks: orderBlocks(rows.slice(from)) });
  return parts;
}

/** The texts of a part with the heights of their fonts. */
export function sizedTexts(part: PagePart): readonly SizedText[] {
  if (part.kind === "fields") return part.fields;
  return part.blocks.flatMap((block): readonly SizedText[] =>
    block.kind === "lines" ? block.lines : [{ size: block.size, text: block.rows.flat().join(" ") }],
  );
}

export function partParagraphs(part: PagePart, sizes: JoinOptions): readonly PdfParagraph[] {
  if (part.kind === "blocks") return part.blocks.flatMap((block) => blockParagraphs(block, sizes));
  return [apart(part.fields.map(({ text }) => escapeLine(text)).join("\n"))];
}

function blockParagraphs(block: PdfBlock, sizes: JoinOptions): readonly PdfParagraph[] {
  if (block.kind === "lines") return joinLines(block.lines, sizes);
  return [apart(tableToMarkdown(block.rows, block.hasHeader))];
}

/** Text that stands beside the page's: in another direction, or a comment. */
export function besideParagraphs(
  turned: readonly (readonly PdfRow[])[],
  { sizes, comments }: { readonly sizes: JoinOptions; readonly comments: readonly string[] },
): readonly PdfParagraph[] {
  const noHeadings = { ...sizes, headingSizes: [] };
  const blocks = turned.flatMap((rows) => orderBlocks(rows));
  const texts = blocks.flatMap((block) => blockParagraphs(block, noHeadings));
  return [...texts.map(({ text }) => apart(text)), ...comments.map((words) => apart(escapeLine(words)))];
}

function apart(text: string): PdfParagraph {
  return { kind: "block", text, isApart: true, isFirst: false, size: 0, isFull: false };
}

/** Text beside the page stands before a sentence that may go on on the next page. */
export function insertBeside(
  paragraphs: readonly PdfParagraph[],
  beside: readonly PdfParagraph[],
): readonly PdfParagraph[] {
  const last = paragraphs.at(-1);
  const isOpen = last?.kind === "paragraph" && last.isFull && !last.isFirst;
  return isOpen ? [...paragraphs.slice(0, -1), ...beside, last] : [...paragraphs, ...beside];
}
