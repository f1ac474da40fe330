import { splitRanges, type TextRange } from "../../ui/split-ranges";

/** A part of the window: a range of text, or the start of a page. */
export type ReaderSpan =
  | { readonly kind: "page"; readonly at: number; readonly page: number }
  | { readonly kind: "text"; readonly at: number; readonly text: string; readonly marked: boolean };

/** Splits the window of a text at its page starts and around the passage; all offsets refer to the text. */
export function splitReaderText(
  text: string,
  options: { readonly window: TextRange; readonly passage: TextRange; readonly pages: readonly number[] },
): readonly ReaderSpan[] {
  const [from, to] = options.window;
  const starts = options.pages.flatMap((at, index) =>
    at >= from && at < to ? [{ kind: "page" as const, at, page: index + 1 }] : [],
  );
  const edges = [...new Set([from, ...starts.map(({ at }) => at), to])];
  return edges.slice(0, -1).flatMap((edge, index) => {
    const stretch = text.slice(edge, edges[index + 1]);
    const passage: TextRange = [options.passage[0] - edge, options.passage[1] - edge];
    return [
      ...starts.filter(({ at }) => at === edge),
      ...splitRanges(stretch, [passage]).map(
        ({ start, text, marked }): ReaderSpan => ({ kind: "text", at: edge + start, text, marked }),
      ),
    ];
  });
}
