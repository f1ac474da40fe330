/**
 * Postings of one term: varint rows, varint bytes of the headers, a header for each block, then the blocks'
 * data in the same order, so that blocks are passed over without touching what they hold.
 *
 * A header starts with a varint: four times the blocks passed over since the term's last one, plus how many
 * rows the block has, or 0 for more than three. Of one row follows one byte, the frequency's code in the low
 * half, the number of positions in the high one. Of two and three follows a varint, the bytes of the data; of
 * more follow rows - 1, the bound code and then that varint.
 *
 * Data are a byte a row, half a byte of frequency code a row (absent for a single row, whose header has it), a
 * byte for each frequency without code, and the packed positions of each row.
 */

/** Rows of a block, so that a row inside it is one byte. All terms share the same borders. */
export const ROWS_PER_BLOCK = 256;
/** Positions of one term in one row that are stored at most; more add nothing to phrases. */
export const MAX_POSITIONS = 15;
/** With at most this many rows a block has their number in the first byte of its header and no bound. */
export const MAX_INLINE_ROWS = 3;
/** The bound code of a block without a bound: its rows may reach the whole weight of the term. */
export const ANY_BOUND = 255;
/** Frequency codes are below this. */
export const CODES = 16;

/** Half a byte for an even frequency up to 30; 0 for a frequency without code. */
export function toFrequencyCode(frequency: number): number {
  return (frequency & 1) === 0 && frequency < 2 * CODES ? frequency >> 1 : 0;
}

export function frequencyOfCode(code: number): number {
  return 2 * code;
}
