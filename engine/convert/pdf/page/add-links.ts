import { hasRightToLeft } from "../text/bidi";
import type { PdfRun } from "./pdf-run";

/** A link on the upright page; y grows downwards. */
export interface PlacedLink {
  readonly x: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly url: string;
  readonly text: string;
}

interface LinkedRuns {
  readonly runs: readonly PdfRun[];
  /** "Link “words”: address" for links without words of their own, or with words from right to left. */
  readonly others: readonly string[];
}

/** Writes the address of each link behind its words. */
export function addLinks(runs: readonly PdfRun[], links: readonly PlacedLink[]): LinkedRuns {
  const added = [...runs];
  const others: string[] = [];
  for (const link of links) {
    const at = lastRunOf(link, added);
    const run = added[at];
    if (run && !hasRightToLeft(run.text)) added[at] = { ...run, text: insertAfterWord(run, link) };
    else others.push(`Link${link.text === "" ? "" : ` “${link.text}”`}: ${link.url}`);
  }
  return { runs: added, others };
}

/** The place of the run that a link ends in; -1 for none. */
function lastRunOf(link: PlacedLink, runs: readonly PdfRun[]): number {
  let at = -1;
  for (const [place, run] of runs.entries()) {
    const last = runs[at];
    const isLater = !last || run.y > last.y + 1 || (run.y >= last.y - 1 && run.x >= last.x);
    if (isWithin(run, link) && isLater) at = place;
  }
  return at;
}

function isWithin({ x, right, y, size }: PdfRun, link: PlacedLink): boolean {
  const middle = y - size * 0.3;
  const overlap = Math.min(right, link.right) - Math.max(x, link.x);
  return middle >= link.top && middle <= link.bottom && overlap > size * 0.3;
}

/** The place of a letter is estimated from the width of the run; it is moved to the end of the word. */
function insertAfterWord({ text, x, right }: PdfRun, link: PlacedLink): string {
  const share = Math.min(1, Math.max(0, (link.right - x) / Math.max(1, right - x)));
  const estimate = Math.max(1, Math.round(share * text.length) - 1);
  const space = text.indexOf(" ", estimate);
  const end = space < 0 ? text.length : space;
  const word = text.slice(0, end);
  const sign = /[.,;:!?)]+$/.exec(word)?.[0] ?? "";
  return `${word.slice(0, word.length - sign.length)} (${link.url})${sign}${text.slice(end)}`;
}
