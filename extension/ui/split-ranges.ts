/** A range `[start, end)`. */
export type TextRange = readonly [number, number];

export interface MarkedSpan {
  readonly start: number;
  readonly text: string;
  readonly marked: boolean;
}

/** Splits a text into marked and unmarked spans, in order. Ranges may overlap or exceed the text. */
export function splitRanges(text: string, ranges: readonly TextRange[]): readonly MarkedSpan[] {
  const spans: MarkedSpan[] = [];
  const add = (start: number, end: number, marked: boolean) => {
    if (end > start) spans.push({ start, text: text.slice(start, end), marked });
  };
  let position = 0;
  for (const [start, end] of merge(ranges, text.length)) {
    add(position, start, false);
    add(start, end, true);
    position = end;
  }
  add(position, text.length, false);
  return spans;
}

function merge(ranges: readonly TextRange[], length: number): readonly TextRange[] {
  const sorted = ranges
    .map(([start, end]): TextRange => [Math.max(0, start), Math.min(length, end)])
    .filter(([start, end]) => start < end)
    .sort((a, b) => a[0] - b[0]);
  const merged: TextRange[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last && range[0] <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])];
    else merged.push(range);
  }
  return merged;
}
