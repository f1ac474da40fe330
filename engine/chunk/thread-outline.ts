import type { DocumentPart, TextFormat } from "../model/document";
import type { Block, OffsetRange, Section } from "./block";
import { markdownBlocks } from "./markdown-blocks";
import { headingText } from "./markdown-parser";
import { plainBlocks } from "./plain-blocks";

interface OpenSection extends Section {
  readonly level: number;
  readonly blocks: Block[];
  readonly sections: OpenSection[];
}

/** A heading between two messages, which opens a conversation. */
interface Title extends OffsetRange {
  readonly level: number;
  readonly text: string;
}

/**
 * The messages of a text, each one block, below the headings that stand between them. Other text between two messages
 * belongs to the earlier one.
 */
export function threadOutline(
  text: string,
  { parts, format }: { readonly parts: readonly DocumentPart[]; readonly format: TextFormat },
): Section {
  const root: OpenSection = { path: [], level: 0, blocks: [], sections: [] };
  const open = [root];
  const titles = format === "markdown" ? titlesBetween(text, parts) : [];
  const starts = messageStarts(parts, titles);
  const titleAt = new Map(titles.map((title) => [title.start, title]));
  for (const [position, start] of starts.entries()) {
    const range: OffsetRange = { start, end: starts[position + 1] ?? text.length };
    const title = titleAt.get(start);
    if (title) openSection(open, title);
    const section = open.at(-1) ?? root;
    section.blocks.push(title ? titleBlock(range, title) : messageBlock(text, range, format));
  }
  return root;
}

/** Where messages and titles begin. What stands before the first belongs to it. */
function messageStarts(parts: readonly DocumentPart[], titles: readonly Title[]): readonly number[] {
  const starts = [...parts.map(({ start }) => start), ...titles.map(({ start }) => start)];
  const [, ...others] = [...new Set(starts)].sort((a, b) => a - b);
  return [0, ...others];
}

function titlesBetween(text: string, parts: readonly DocumentPart[]): readonly Title[] {
  return parts.flatMap(({ start }, position) => {
    const from = parts[position - 1]?.end ?? 0;
    return [...text.slice(from, start).matchAll(/^(#{1,6})[ \t]+(\S[^\n]*)$/gm)].map(
      ({ index, 0: line, 1: marks = "", 2: words = "" }) => ({
        start: from + index,
        end: from + index + line.length,
        level: marks.length,
        text: headingText(words),
      }),
    );
  });
}

function openSection(open: OpenSection[], { level, text }: Title): void {
  while (open.length > 1 && (open.at(-1)?.level ?? 0) >= level) open.pop();
  const parent = open.at(-1);
  const section = { path: [...(parent?.path ?? []), text], level, blocks: [], sections: [] };
  parent?.sections.push(section);
  open.push(section);
}

function titleBlock(range: OffsetRange, { level, text }: Title): Block {
  return { ...range, children: [], splitAt: "sentences", heading: { level, text } };
}

function messageBlock(text: string, message: OffsetRange, format: TextFormat): Block {
  const inside = format === "markdown" ? markdownBlocks : plainBlocks;
  // A heading inside a message is not one of the thread.
  const children = inside(text, message).map(({ heading, ...block }) => block);
  return { ...message, children, splitAt: "sentences", keepWhole: true };
}
