import { scanWords } from "../text/scan-words";
import { STOP_WORDS } from "../text/stop-words";
import { FIELD_WEIGHTS, LENGTHS, toLengthCode, toNorms } from "./bm25";
import { encodeTerm } from "./dictionary";
import { DictionaryBuilder, type KeywordData } from "./keyword-data";
import { packPosition } from "./positions";
import { MOST_POSITIONS, PostingsWriter } from "./postings-writer";

/** The text of a row by field. */
export interface RowText {
  readonly title: string;
  readonly headings: readonly string[];
  readonly body: string;
  readonly author: string;
}

/** One term in one row. */
interface Posting {
  readonly row: number;
  frequency: number;
  readonly positions: number[];
}

/** Positions left between two fields, so that no phrase spans them. */
const FIELD_GAP = 16;

/** Reads the rows into postings. */
export function buildKeywords(rows: readonly RowText[]): KeywordData {
  const lengthCodes = new Uint8Array(rows.length);
  const terms = new Map<string, Posting[]>();
  for (const [row, text] of rows.entries()) lengthCodes[row] = toLengthCode(readRow(row, text, terms));
  const averageLength = averageOf(lengthCodes);
  const writer = new PostingsWriter({ lengthCodes, norms: toNorms(averageLength) });
  const dictionary = new DictionaryBuilder();
  for (const term of [...terms.keys()].sort(byCodePoint)) {
    for (const posting of terms.get(term) ?? []) {
      writer.add(posting.row, posting.frequency, packPositions(posting.positions));
    }
    dictionary.add(encodeTerm(term), writer.endTerm(), writer.length);
  }
  return { dictionary: dictionary.finish(), postings: writer.finish(), lengthCodes, averageLength };
}

/** Mean of the lengths the codes stand for, in quarters. */
export function averageOf(lengthCodes: Uint8Array): number {
  let sum = 0;
  for (const code of lengthCodes) sum += LENGTHS[code] as number;
  return sum / Math.max(1, lengthCodes.length);
}

/** Adds a row's terms; returns its weighted length. */
function readRow(row: number, text: RowText, terms: Map<string, Posting[]>): number {
  let length = 0;
  let offset = 0;
  const read = (field: string, weight: number) => {
    let reached = offset;
    scanWords(field, (term, _start, _end, position) => {
      reached = offset + position + 1;
      if (STOP_WORDS.has(term)) return;
      length += weight;
      post(terms, term, row, weight, offset + position);
    });
    if (reached > offset) offset = reached + FIELD_GAP;
  };
  read(text.title, FIELD_WEIGHTS.title);
  for (const heading of text.headings) read(heading, FIELD_WEIGHTS.headings);
  read(text.body, FIELD_WEIGHTS.body);
  read(text.author, FIELD_WEIGHTS.author);
  return length;
}

function post(
  terms: Map<string, Posting[]>,
  term: string,
  row: number,
  weight: number,
  position: number,
): void {
  let postings = terms.get(term);
  if (!postings) {
    postings = [];
    terms.set(term, postings);
  }
  const last = postings.at(-1);
  if (last?.row !== row) {
    postings.push({ row, frequency: weight, positions: [position] });
    return;
  }
  last.frequency = Math.min(255, last.frequency + weight);
  if (last.positions.length < MOST_POSITIONS) last.positions.push(position);
}

function packPositions(positions: readonly number[]): Uint8Array {
  return Uint8Array.from(positions, (position, index) =>
    packPosition(position, index === positions.length - 1),
  );
}

/** The order of UTF-8 bytes, which differs from that of UTF-16 units where surrogates are involved. */
function byCodePoint(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    if (a.charCodeAt(at) !== b.charCodeAt(at)) return (a.codePointAt(at) ?? 0) - (b.codePointAt(at) ?? 0);
  }
  return a.length - b.length;
}
