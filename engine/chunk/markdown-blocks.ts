import type { Block, OffsetRange } from "./block";
import { codeBlocks } from "./code-blocks";
import { headingText, type MarkdownToken, parseMarkdown } from "./markdown-parser";

/** A block whose end is not known yet: it ends at the start of the next one. */
interface BlockDraft {
  readonly start: number;
  readonly token: MarkdownToken | undefined;
  readonly heading?: Block["heading"];
  readonly children: BlockDraft[];
}

const CONTAINERS = new Set(["bullet_list", "ordered_list", "list_item", "blockquote", "table"]);
const LEAVES = new Set(["paragraph", "heading", "fence", "code_block", "html_block", "hr", "tr"]);
const SPLIT_AT_LINES = new Set(["html_block", "tr"]);
const CODE = new Set(["fence", "code_block"]);

/**
 * Blocks of Markdown by GFM's rules, with tables. Lists, quotes and tables have their items and rows as children; a
 * heading inside them is not marked as one.
 */
export function markdownBlocks(text: string, range: OffsetRange): readonly Block[] {
  const source = text.slice(range.start, range.end);
  const root: BlockDraft = { start: range.start, token: undefined, children: [] };
  readTokens(parseMarkdown(source), { root, lineStarts: lineStarts(source, range.start) });
  const { children, ...whole } = finish(root, text, range.end);
  return children.length > 0 || source === "" ? children : [{ ...whole, children }];
}

function readTokens(
  tokens: readonly MarkdownToken[],
  { root, lineStarts }: { readonly root: BlockDraft; readonly lineStarts: readonly number[] },
): void {
  const open = [root];
  for (const [position, token] of tokens.entries()) {
    const name = nameOf(token);
    if (token.nesting === -1) {
      if (CONTAINERS.has(name)) open.pop();
    } else if (token.map && (CONTAINERS.has(name) || LEAVES.has(name))) {
      const draft = {
        start: lineStarts[token.map[0]] ?? root.start,
        token,
        heading: headingOf(token, tokens[position + 1]),
        children: [],
      };
      open.at(-1)?.children.push(draft);
      if (CONTAINERS.has(name)) open.push(draft);
    }
  }
}

function headingOf(token: MarkdownToken, inline: MarkdownToken | undefined): Block["heading"] {
  if (token.type !== "heading_open" || token.level > 0) return undefined;
  return { level: Number(token.tag.slice(1)), text: headingText(inline?.content ?? "") };
}

function finish(draft: BlockDraft, text: string, end: number): Block {
  const { start, token, heading } = draft;
  const name = token ? nameOf(token) : "";
  const children = CODE.has(name) ? codeBlocks(text, { start, end }) : finishAll(draft, text, end);
  const keepWhole = CODE.has(name) || name === "table" || name === "tr";
  return {
    start,
    end,
    children,
    // A container without children is nested beyond the parser's limit: it is split by lines.
    splitAt: SPLIT_AT_LINES.has(name) || CONTAINERS.has(name) ? "lines" : "sentences",
    ...(keepWhole && { keepWhole }),
    ...(heading && { heading }),
  };
}

/** The first child begins where its parent does, with the marker or blank line before it. */
function finishAll({ start, children }: BlockDraft, text: string, end: number): readonly Block[] {
  const blocks: Block[] = [];
  for (const [position, child] of children.entries()) {
    const childStart = position === 0 ? start : child.start;
    const childEnd = children[position + 1]?.start ?? end;
    // Of two children on one line ("- - a") the first is empty.
    if (childEnd > childStart) blocks.push(finish({ ...child, start: childStart }, text, childEnd));
  }
  return blocks;
}

function nameOf({ type }: MarkdownToken): string {
  return type.replace(/_(open|close)$/, "");
}

/** The offsets of the lines of `source`, as the parser counts them. */
function lineStarts(source: string, offset: number): readonly number[] {
  const starts = [offset];
  for (const { index, 0: lineEnd } of source.matchAll(/\r\n?|\n/g)) {
    starts.push(offset + index + lineEnd.length);
  }
  return starts;
}
