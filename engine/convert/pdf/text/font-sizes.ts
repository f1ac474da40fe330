import type { JoinOptions } from "./join-lines";

/** Times the size of most text. */
const MIN_HEADING_SIZE = 1.15;
const MAX_HEADING_LEVELS = 4;
/** Headings are a small part of a text. */
const MAX_HEADING_SHARE = 0.4;

export interface SizedText {
  readonly size: number;
  readonly text: string;
}

/** The size of most text of a document, and the larger sizes of its headings. */
export function fontSizes(texts: readonly SizedText[]): JoinOptions {
  const characters = new Map<number, number>();
  let total = 0;
  for (const { size, text } of texts) {
    const rounded = Math.round(size * 2) / 2;
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
    total += text.length;
  }
  const bodySize = [...characters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
  const headingSizes = [...characters]
    .filter(([size, count]) => size >= bodySize * MIN_HEADING_SIZE && count <= total * MAX_HEADING_SHARE)
    .map(([size]) => size)
    .sort((a, b) => b - a)
    .slice(0, MAX_HEADING_LEVELS);
  return { bodySize, headingSizes };
}
