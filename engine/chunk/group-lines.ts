import type { OffsetRange } from "./block";

/** A line with content; decides whether a group starts. */
export interface ContentLine {
  readonly afterBlank: boolean;
  /** Number of white-space characters before the content. */
  readonly indent: number;
  /** First character of the content. */
  readonly first: string;
}

/**
 * Tiles the range with groups of lines. A group begins at every line that `starts` accepts, never at a blank line.
 * Takes linear time.
 */
export function groupLines(
  text: string,
  { start, end }: OffsetRange,
  startsGroup: (line: ContentLine) => boolean,
): readonly OffsetRange[] {
  const groups: OffsetRange[] = [];
  let groupStart = start;
  let afterBlank = false;
  for (let lineStart = start; lineStart < end; ) {
    const lineEnd = endOfLine(text, lineStart, end);
    const content = skipSpace(text, lineStart, lineEnd);
    if (content === lineEnd) {
      afterBlank = true;
    } else {
      const line = { afterBlank, indent: content - lineStart, first: text.charAt(content) };
      if (lineStart > groupStart && startsGroup(line)) {
        groups.push({ start: groupStart, end: lineStart });
        groupStart = lineStart;
      }
      afterBlank = false;
    }
    lineStart = lineEnd;
  }
  if (end > groupStart) groups.push({ start: groupStart, end });
  return groups;
}

/** Offset after the line's "\n", or `end`. */
function endOfLine(text: string, from: number, end: number): number {
  const found = text.indexOf("\n", from);
  return found === -1 || found >= end ? end : found + 1;
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/.test(text.charAt(at))) at++;
  return at;
}
