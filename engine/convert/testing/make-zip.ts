import { strToU8, type Zippable, zipSync } from "fflate";

/** A zip archive of these files; a string is encoded as UTF-8. */
export function makeZip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const packed: Zippable = {};
  for (const [name, content] of Object.entries(files))
    packed[name] = typeof content === "string" ? strToU8(content) : content;
  return zipSync(packed);
}

/** A zip64 archive of one stored file: its sizes are in the zip64 fields alone. */
export function makeZip64(name: string, content: Uint8Array): Uint8Array {
  const zip = zipSync({ [name]: [content, { level: 0 }] });
  const [entry = 0] = recordsOf(zip, 0x02014b50);
  const [end = 0] = recordsOf(zip, 0x06054b50);
  const head = patch(zip.subarray(0, end), [
    { at: entry + 20, value: 0xffffffff, length: 4 },
    { at: entry + 24, value: 0xffffffff, length: 4 },
    { at: entry + 30, value: 20, length: 2 },
  ]);
  const extra = numbers([1, 2], [16, 2], [content.length, 8], [content.length, 8]);
  const size = end - entry + extra.length;
  const end64 = numbers(
    [0x06064b50, 4],
    [44, 8],
    [45, 2],
    [45, 2],
    [0, 8],
    [1, 8],
    [1, 8],
    [size, 8],
    [entry, 8],
  );
  const locator = numbers([0x07064b50, 4], [0, 4], [end + extra.length, 8], [1, 4]);
  const unknown = 0xffffffff;
  const oldEnd = numbers(
    [0x06054b50, 4],
    [0, 4],
    [0xffff, 2],
    [0xffff, 2],
    [unknown, 4],
    [unknown, 4],
    [0, 2],
  );
  return Buffer.concat([head, extra, end64, locator, oldEnd]);
}

/** Numbers in so many bytes each, little endian. */
function numbers(...fields: readonly [value: number, length: 2 | 4 | 8][]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [, length]) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, length] of fields) {
    if (length === 8) view.setBigUint64(at, BigInt(value), true);
    else if (length === 4) view.setUint32(at, value, true);
    else view.setUint16(at, value, true);
    at += length;
  }
  return bytes;
}

/** Overwrites numbers (little endian) at places of a copy. */
export function patch(
  bytes: Uint8Array,
  changes: readonly { at: number; value: number; length: 2 | 4 }[],
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (const { at, value, length } of changes) {
    if (length === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  }
  return copy;
}

/** Where the records of an archive with this signature start: 0x02014b50 for entries of the directory. */
export function recordsOf(bytes: Uint8Array, signature: number): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.max(0, bytes.length - 3) }, (_, at) => at).filter(
    (at) => view.getUint32(at, true) === signature,
  );
}
