import type { OffsetRange } from "./block";

// The locale is fixed so that a text is split the same on every machine; the rules hardly differ by language.
const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * Code units that the segmenter gets at a time, because each of its steps takes time in proportion to the whole string:
 * 72,000 sentences in one string took V8 182 s. A sentence that does not end in the window is split.
 */
const WINDOW = 4096;

/** Tiles the range with sentences. A line end inside prose counts as a space, since prose is often wrapped. */
export function splitSentences(text: string, { start, end }: OffsetRange): readonly OffsetRange[] {
  const sentences: OffsetRange[] = [];
  for (let at = start; at < end; ) {
    const next = windowEnd(text, at, end);
    const found = segment(text.slice(at, next), at);
    // The last one may continue after the window.
    const complete = next < end && found.length > 1 ? found.slice(0, -1) : found;
    for (const sentence of complete) sentences.push(sentence);
    at = complete.at(-1)?.end ?? end;
  }
  return sentences;
}

function segment(text: string, offset: number): readonly OffsetRange[] {
  const prose = text.replace(/[\r\n\u0085\u2028\u2029]/g, " ");
  return Array.from(segmenter.segment(prose), ({ index, segment }) => ({
    start: offset + index,
    end: offset + index + segment.length,
  }));
}

function windowEnd(text: string, start: number, end: number): number {
  const last = Math.min(end, start + WINDOW);
  const splitsPair = last < end && (text.codePointAt(last - 1) ?? 0) > 0xffff;
  return splitsPair ? last + 1 : last;
}
