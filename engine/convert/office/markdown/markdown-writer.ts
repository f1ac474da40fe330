/** Collects blocks of Markdown. Blocks without words are left out. */
export interface MarkdownWriter {
  /** Level 1 to 6; deeper ones are written as 6. */
  heading(level: number, text: string): void;
  paragraph(text: string): void;
  /** `marker` is `-` or a number with its mark, `3.`; depth 0 is the outermost. */
  item(depth: number, marker: string, text: string): void;
  /** One or more blocks of Markdown. */
  block(markdown: string): void;
  toString(): string;
}

const INDENT = "   ";

export function createMarkdownWriter(): MarkdownWriter {
  const pieces: string[] = [];
  let isInList = false;
  // A list that starts indented is written from the margin, and no item is indented more than one step further than
  // the one before: Markdown would read it as code.
  let outermost = 0;
  let lastDepth = -1;
  const add = (text: string, isItem: boolean) => {
    if (text.trim() === "") return;
    if (pieces.length > 0) pieces.push(isItem && isInList ? "\n" : "\n\n");
    pieces.push(text);
    isInList = isItem;
  };
  return {
    heading(level, text) {
      const words = oneLine(text);
      if (words !== "") add(`${"#".repeat(Math.min(Math.max(level, 1), 6))} ${words}`, false);
    },
    paragraph: (text) => add(text.trim(), false),
    item(depth, marker, text) {
      const words = text.trim();
      if (words === "") return;
      if (!isInList) [outermost, lastDepth] = [depth, -1];
      outermost = Math.min(outermost, depth);
      lastDepth = Math.min(depth - outermost, lastDepth + 1);
      const indent = INDENT.repeat(lastDepth);
      const rest = `\n${indent}${" ".repeat(marker.length + 1)}`;
      add(`${indent}${marker} ${words.replace(/\n/g, rest)}`, true);
    },
    block: (markdown) => add(markdown.replace(/^\n+/, "").trimEnd(), false),
    toString: () => pieces.join(""),
  };
}

/** White space as one space each. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
