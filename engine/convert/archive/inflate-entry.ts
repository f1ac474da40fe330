import { Inflate } from "fflate";
import { pause } from "../pause";
import { crc32 } from "./crc32";

/** What is wrong with an entry's data. */
export class EntryError extends Error {}

export interface PackedEntry {
  readonly data: Uint8Array;
  readonly method: number;
  readonly size: number;
  readonly crc: number;
}

export const STORED = 0;
export const DEFLATED = 8;

/** DEFLATE packs 258 bytes into 2 bits at best. */
export const MAX_DEFLATE_RATIO = 1032;

/** Packed bytes at a time; they unpack to 4 MB at most. */
const STEP = 4 * 1024;
const MAX_PIECE = 1024 * 1024;
/** Unpacked bytes between two pauses: some ten milliseconds of work. */
const PAUSE_AFTER = 2 * 1024 * 1024;

/** Unpacks an entry piece by piece. Throws EntryError where the pieces are not what the directory declares. */
export async function* inflateEntry(
  { data, method, size, crc }: PackedEntry,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  let sinceLastPause = 0;
  let checksum = 0;
  for (const piece of method === STORED ? slices(data) : inflated(data)) {
    total += piece.length;
    if (total > size) throw new EntryError("it unpacks to more than its directory says");
    checksum = crc32(piece, checksum);
    sinceLastPause += piece.length;
    yield piece;
    if (sinceLastPause < PAUSE_AFTER) continue;
    sinceLastPause = 0;
    await pause(signal);
  }
  if (total < size || checksum !== crc) throw new EntryError("the file is damaged");
}

function* inflated(data: Uint8Array): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  for (let at = 0; at < data.length; at += STEP) {
    inflate.push(data.subarray(at, at + STEP), at + STEP >= data.length);
    for (const piece of pieces) yield* slices(piece);
    pieces = [];
  }
}

function* slices(data: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < data.length; at += MAX_PIECE) yield data.subarray(at, at + MAX_PIECE);
}
