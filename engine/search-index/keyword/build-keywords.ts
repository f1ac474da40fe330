import { termAnalysis } from "../../language/english/term-analysis";
import { tokenizeText } from "../text/tokenize-text";
import { encodeTerm } from "./dictionary";
import { DictionaryBuilder, type KeywordData } from "./keyword-data";
import { Occurrences, type TermOccurrences } from "./postings/occurrences";
import { packPosition } from "./postings/positions";
import { MAX_POSITIONS } from "./postings/postings-format";
import { PostingsWriter } from "./postings/postings-writer";
import { FIELD_WEIGHTS, LENGTHS, toLengthCode, toNorms } from "./scoring/bm25";

/** The text of a row by field. */
export interface RowText {
  readonly title: string;
  readonly headings: readonly string[];
  readonly body: string;
  readonly author: string;
}

/** Positions left between two fields, so that no phrase spans them. */
const FIELD_GAP = 16;

/** Builds the postings of the rows. */
export function buildKeywords(rows: readonly RowText[]): KeywordData {
  const lengthCodes = new Uint8Array(rows.length);
  const occurrences = new Occurrences();
  for (const [row, text] of rows.entries()) lengthCodes[row] = toLengthCode(readRow(row, text, occurrences));
  const averageLength = averageOf(lengthCodes);
  const writer = new PostingsWriter({ lengthCodes, norms: toNorms(averageLength) });
  const dictionary = new DictionaryBuilder();
  for (const term of occurrences.byTerm()) {
    writeRows(term, writer);
    writer.endTerm();
    const bytes = encodeTerm(term.term);
    dictionary.add(bytes, 0, bytes.length, writer.length);
  }
  return { dictionary: dictionary.finish(), postings: writer.finish(), lengthCodes, averageLength };
}

/** Mean of the encoded lengths, in quarters. */
export function averageOf(lengthCodes: Uint8Array): number {
  let sum = 0;
  for (const code of lengthCodes) sum += LENGTHS[code] as number;
  return sum / Math.max(1, lengthCodes.length);
}

/** Adds a row's terms; returns its weighted length. */
function readRow(row: number, text: RowText, occurrences: Occurrences): number {
  let length = 0;
  let offset = 0;
  const read = (field: string, weight: number) => {
    let reached = offset;
    tokenizeText(field, (term, _start, _end, position, extra) => {
      reached = offset + position + 1;
      if (extra === "singular" || termAnalysis.stopWords.has(term)) return;
      // The normal form of a value is no further word of the text.
      if (!extra) length += weight;
      occurrences.add(term, row, offset + position, weight);
    });
    if (reached > offset) offset = reached + FIELD_GAP;
  };
  read(text.title, FIELD_WEIGHTS.title);
  for (const heading of text.headings) read(heading, FIELD_WEIGHTS.headings);
  read(text.body, FIELD_WEIGHTS.body);
  read(text.author, FIELD_WEIGHTS.author);
  return length;
}

function writeRows({ rows, packedPositions }: TermOccurrences, writer: PostingsWriter): void {
  const positions = new Uint8Array(MAX_POSITIONS);
  for (let at = 0; at < rows.length; ) {
    const row = rows[at] as number;
    let frequency = 0;
    let count = 0;
    for (; at < rows.length && rows[at] === row; at++) {
      const packed = packedPositions[at] as number;
      frequency += packed & 255;
      if (count < MAX_POSITIONS) positions[count++] = packPosition(packed >>> 8, false);
    }
    positions[count - 1] = (positions[count - 1] as number) | 1;
    writer.add(row, Math.min(255, frequency), positions, 0, count);
  }
}
