import { type DetectedKind, OLD_FORMATS } from "./content-kind";

/** Streams that only one old format has, by their names in the container's directory. */
const FORMAT_BY_STREAM: readonly (readonly [stream: string, format: string])[] = [
  ["WordDocument", OLD_FORMATS.word],
  ["Workbook", OLD_FORMATS.excel],
  ["PowerPoint Document", OLD_FORMATS.powerpoint],
];

/** Bytes of an entry of the directory, which begins with its name. */
const ENTRY_LENGTH = 128;
const SECTOR_LENGTH = 512;

/**
 * The old Office format or mail of Outlook that an OLE container holds, whatever its name; undefined for any other content, such as a new
 * document that is encrypted with a password. Reads the directory's first sector ([MS-CFB] 2.6).
 */
export function sniffOle(bytes: Uint8Array): DetectedKind | undefined {
  const names = streamNames(bytes);
  if (names.includes("__nameid_version1.0") || names.includes("__properties_version1.0"))
    return { kind: "msg" };
  const format = FORMAT_BY_STREAM.find(([stream]) => names.includes(stream))?.[1];
  return format === undefined ? undefined : { unreadable: format };
}

function streamNames(bytes: Uint8Array): readonly string[] {
  if (bytes.length < SECTOR_LENGTH) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorLength = 2 ** Math.min(view.getUint16(30, true), 12);
  const start = (view.getUint32(48, true) + 1) * sectorLength;
  const names: string[] = [];
  for (
    let at = start;
    at < start + 8 * SECTOR_LENGTH && at + ENTRY_LENGTH <= bytes.length;
    at += ENTRY_LENGTH
  ) {
    const length = Math.min(view.getUint16(at + 64, true), 64) - 2;
    if (length > 0) names.push(new TextDecoder("utf-16le").decode(bytes.subarray(at, at + length)));
  }
  return names;
}
