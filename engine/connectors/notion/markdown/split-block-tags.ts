/** Tags that are blocks of their own, in both versions of Notion's Markdown. */
const BLOCKS = [
  ...["callout", "columns", "column", "synced_block", "synced-block", "synced_block_reference"],
  ...[
    "synced-block-reference",
    "details",
    "summary",
    "toggle",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "quote",
    "ul",
    "ol",
    "li",
  ],
  ...["tabs", "tab", "mail", "todo", "equation", "meeting-notes", "notes", "transcript"],
  ...["meeting-notes-section-notes", "meeting-notes-section-summary", "meeting-notes-section-transcript"],
].join("|");
const TAG = new RegExp(`(?<!\\\\)(</?(?:${BLOCKS})(?:\\s[^<>]*)?/?>)`, "g");

/** The tag of a line that has nothing else: its name, its attributes, and whether it begins, ends or is empty. */
export interface BlockTag {
  readonly name: string;
  readonly attributes: string;
  readonly isEnd: boolean;
  readonly isEmpty: boolean;
}

export function parseBlockTag(text: string): BlockTag | undefined {
  const [, end, name, attributes, empty] = BLOCK_TAG.exec(text) ?? [];
  if (name === undefined) return undefined;
  return { name, attributes: attributes ?? "", isEnd: end === "/", isEmpty: empty === "/" };
}

const BLOCK_TAG = new RegExp(`^<(/?)(${BLOCKS})((?:\\s[^<>]*?)?)(/?)>$`);

/** A line with every block tag on a line of its own, all with the indent of the line. */
export function splitBlockTags(line: string): readonly string[] {
  if (!line.includes("<")) return [line];
  const indent = /^\t*/.exec(line)?.[0] ?? "";
  const lines: string[] = [""];
  for (const [at, part] of line.split(/(`+[^`]+`+)/).entries()) {
    const pieces = at % 2 === 1 ? [part] : part.split(TAG);
    for (const [index, piece] of pieces.entries()) {
      if (index % 2 === 1) lines.push(`${indent}${piece}`, indent);
      else lines[lines.length - 1] += piece;
    }
  }
  return lines.length === 1 ? lines : lines.filter((each) => each.trim() !== "");
}
