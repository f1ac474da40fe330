import { decodeEntryName } from "./entry-name";

/** An entry as the central directory declares it; nothing of it is checked. */
export interface DirectoryEntry {
  readonly rawName: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header starts. */
  readonly offset: number;
}

export interface Directory {
  readonly entries: readonly DirectoryEntry[];
  /** Where the directory starts: all entries lie before. */
  readonly start: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_LENGTH = 20;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const MAX_COMMENT = 0xffff;
/** Stands for a size or an offset that is in the zip64 field of the entry. */
const IN_ZIP64 = 0xffffffff;

/** Reads the central directory of a zip archive (APPNOTE 6.3.10). Undefined where it is damaged. */
export function readDirectory(bytes: Uint8Array): Directory | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    if (end === undefined) return undefined;
    const { size, offset, count, position } = readEnd(view, end);
    // Archives with a program before them keep the offsets that they had without it.
    const shift = position - size - offset;
    if (shift < 0) return undefined;
    const start = offset + shift;
    return { entries: readEntries(view, { start, count, shift }), start };
  } catch (error) {
    // A field points behind the end of the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Where the data of an entry start: its local header has fields of its own. Undefined where there is no such header. */
export function dataStart(bytes: Uint8Array, offset: number): number | undefined {
  if (offset < 0 || offset + LOCAL_LENGTH > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(offset, true) !== LOCAL) return undefined;
  return offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_LENGTH + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return undefined;
}

interface End {
  readonly size: number;
  readonly offset: number;
  readonly count: number;
  /** Where the end record is: the directory lies before. */
  readonly position: number;
}

function readEnd(view: DataView, end: number): End {
  const locator = end - LOCATOR_64_LENGTH;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
    const declared = readUint64(view, locator + 8);
    // With a program before the archive, the record is found directly before its locator.
    const position = isEnd64(view, declared) ? declared : locator - 56;
    if (isEnd64(view, position)) {
      return {
        count: readUint64(view, position + 32),
        size: readUint64(view, position + 40),
        offset: readUint64(view, position + 48),
        position,
      };
    }
  }
  return {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    offset: view.getUint32(end + 16, true),
    position: end,
  };
}

function isEnd64(view: DataView, at: number): boolean {
  return at >= 0 && at + 56 <= view.byteLength && view.getUint32(at, true) === END_64;
}

interface DirectoryRange {
  readonly start: number;
  readonly count: number;
  readonly shift: number;
}

function readEntries(view: DataView, { start, count, shift }: DirectoryRange): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  let at = start;
  // The count has 16 bits without zip64; more entries follow where the directory goes on.
  while (entries.length < count || view.getUint32(at, true) === ENTRY) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError("An entry of the directory is missing");
    entries.push(readEntry(view, at, shift));
    at += ENTRY_LENGTH;
    at += view.getUint16(at - 18, true) + view.getUint16(at - 16, true) + view.getUint16(at - 14, true);
  }
  return entries;
}

function readEntry(view: DataView, at: number, shift: number): DirectoryEntry {
  const nameLength = view.getUint16(at + 28, true);
  const nameStart = at + ENTRY_LENGTH;
  const extra = subview(view, nameStart + nameLength, view.getUint16(at + 30, true));
  const name = subview(view, nameStart, nameLength);
  const [size, packedSize, offset] = withZip64(extra, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  return {
    rawName: decodeEntryName(new Uint8Array(name.buffer, name.byteOffset, name.byteLength)),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    offset: offset + shift,
  };
}

type Sizes = readonly [size: number, packedSize: number, offset: number];

/** The zip64 field has only those of the values, in this order, that do not fit into 32 bits. */
function withZip64(extra: DataView, sizes: Sizes): Sizes {
  const field = findExtra(extra, 1);
  if (!field) return sizes;
  let at = 0;
  const take = (value: number) => {
    if (value !== IN_ZIP64) return value;
    at += 8;
    return readUint64(field, at - 8);
  };
  return [take(sizes[0]), take(sizes[1]), take(sizes[2])];
}

function findExtra(extra: DataView, id: number): DataView | undefined {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) === id) return subview(extra, at + 4, extra.getUint16(at + 2, true));
  }
  return undefined;
}

function subview(view: DataView, start: number, length: number): DataView {
  return new DataView(view.buffer, view.byteOffset + start, length);
}

/** Values beyond 2^53 are damage: no file is that large. */
function readUint64(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw new RangeError("A size is larger than any file");
  return value;
}
