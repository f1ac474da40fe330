import { fenceCode } from "./escape-markdown";
import type { Statement } from "./statement";

const MAX_LINES = 12;

/** Statements of source code or data: runs of lines between blank lines, at most twelve lines each. */
export function splitCode(text: string): readonly Statement[] {
  const runs: { start: number; end: number; lines: number }[] = [];
  let open = false;
  let offset = 0;
  for (const line of text.split("\n")) {
    const end = offset + line.length;
    const run = runs.at(-1);
    if (line.trim() === "") open = false;
    else if (open && run && run.lines < MAX_LINES) {
      run.end = end;
      run.lines++;
    } else {
      runs.push({ start: offset, end, lines: 1 });
      open = true;
    }
    offset = end + 1;
  }
  return runs.map(({ start, end }) => ({
    kind: "code",
    start,
    end,
    markdown: fenceCode(text.slice(start, end)),
  }));
}
