import type { IndexSegment } from "../index-segment";
import { averageOf } from "../keyword/build-keywords";
import { compareTerms, type Dictionary } from "../keyword/dictionary";
import { DictionaryBuilder, type KeywordData } from "../keyword/keyword-data";
import { PostingsWriter } from "../keyword/postings/postings-writer";
import { toNorms } from "../keyword/scoring/bm25";
import type { RowPlan } from "./plan-rows";

/** The current term of one input. */
interface TermReader {
  readonly segment: IndexSegment;
  readonly dictionary: Dictionary;
  readonly newRows: Int32Array;
  term: number;
}

/** Merges the postings of the live rows term by term; yields the number of postings read since the last yield. */
export function* mergeKeywords(
  inputs: readonly IndexSegment[],
  plan: RowPlan,
): Generator<number, KeywordData> {
  const lengthCodes = moveLengths(inputs, plan);
  const averageLength = averageOf(lengthCodes);
  const writer = new PostingsWriter({ lengthCodes, norms: toNorms(averageLength) });
  const merged = new DictionaryBuilder();
  let readers = inputs.map((segment, input): TermReader => {
    const newRows = plan.newRows[input] as Int32Array;
    return { segment, dictionary: segment.keywords.dictionary, newRows, term: 0 };
  });
  for (;;) {
    readers = readers.filter(({ term, dictionary }) => term < dictionary.count);
    const [first] = readers;
    if (!first) break;
    const smallest = readers.reduce(
      (a, b) => (compareTerms(b.dictionary, b.term, a.dictionary, a.term) < 0 ? b : a),
      first,
    );
    const { bytes, termStarts } = smallest.dictionary;
    const start = termStarts[smallest.term] as number;
    const end = termStarts[smallest.term + 1] as number;
    let read = 0;
    for (const reader of readers) {
      if (
        reader !== smallest &&
        compareTerms(reader.dictionary, reader.term, smallest.dictionary, smallest.term) !== 0
      )
        continue;
      read += movePostings(reader, writer);
      if (reader !== smallest) reader.term++;
    }
    smallest.term++;
    const frequency = writer.endTerm();
    if (frequency > 0) merged.add(bytes, start, end, writer.length);
    yield read;
  }
  return { dictionary: merged.finish(), postings: writer.finish(), lengthCodes, averageLength };
}

function moveLengths(inputs: readonly IndexSegment[], { table, newRows }: RowPlan): Uint8Array<ArrayBuffer> {
  const lengthCodes = new Uint8Array(table.ordinals.length);
  for (const [input, rows] of newRows.entries()) {
    const codes = inputs[input]?.keywords.lengthCodes;
    for (let row = 0; row < rows.length; row++) {
      const to = rows[row] as number;
      if (to >= 0) lengthCodes[to] = codes?.[row] as number;
    }
  }
  return lengthCodes;
}

/** Returns the number of postings read. */
function movePostings({ segment, newRows, term }: TermReader, writer: PostingsWriter): number {
  const cursor = segment.openPostings(term);
  cursor.visitRows((row, frequency, start, end) => {
    const to = newRows[row] as number;
    if (to >= 0) writer.add(to, frequency, cursor.bytes, start, end);
  });
  return cursor.total;
}
