import { AtlasError } from "../../errors/atlas-error";
import { ReadItemError } from "../../errors/read-item-error";
import { type Archive, type ArchiveOptions, DEFAULT_LIMITS } from "./archive";
import { tooLarge, unsafe } from "./archive-errors";
import { type CheckedEntry, checkDirectory } from "./check-directory";
import { DEFLATED, EntryError, inflateEntry, MAX_DEFLATE_RATIO, STORED } from "./inflate-entry";
import { readDirectory } from "./read-directory";

/**
 * Opens a zip archive: a Word document, a workbook, an e-book, an export. Its directory is checked before anything is
 * unpacked. Throws SkipItemError for more than Atlas unpacks, ReadItemError for a damaged or unsafe one.
 */
export function openArchive(bytes: Uint8Array, options: ArchiveOptions): Archive {
  const { signal } = options;
  const about = { name: options.name, kind: options.kind ?? "archive" };
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const directory = readDirectory(bytes);
  if (!directory) throw unsafe(about, "the file is damaged or incomplete");
  const files = checkDirectory(directory, { ...about, bytes, limits });
  let unpacked = 0;

  async function* unpack(entry: CheckedEntry): AsyncGenerator<Uint8Array> {
    checkReadable(entry, about);
    const data = bytes.subarray(entry.start, entry.start + entry.packedSize);
    try {
      for await (const piece of inflateEntry({ ...entry, data }, signal)) {
        unpacked += piece.length;
        if (unpacked > limits.bytes) throw tooLarge(about.name, unpacked, limits);
        yield piece;
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof AtlasError) throw error;
      const reason = error instanceof EntryError ? error.message : "it is damaged";
      throw unsafe(about, `"${entry.name}" cannot be unpacked: ${reason}`, error);
    }
  }

  const read = async (name: string) => {
    const entry = files.get(name);
    return entry && join(entry, unpack(entry));
  };

  return {
    entries: [...files.values()].map(({ name, size, isEncrypted }) => ({ name, size, isEncrypted })),
    has: (name) => files.has(name),
    read,
    async readText(name) {
      const bytes = await read(name);
      return bytes && decode(bytes);
    },
    async *stream(name) {
      const entry = files.get(name);
      if (entry) yield* unpack(entry);
    },
  };
}

/** The pieces never exceed the declared size, and the declared size is one that the packed data can reach. */
async function join(entry: CheckedEntry, pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  let whole: Uint8Array | undefined;
  let at = 0;
  for await (const piece of pieces) {
    whole ??= new Uint8Array(entry.size);
    whole.set(piece, at);
    at += piece.length;
  }
  return whole ?? new Uint8Array();
}

function checkReadable(entry: CheckedEntry, about: { name: string; kind: string }): void {
  const { name, method, size, packedSize } = entry;
  if (entry.isEncrypted) {
    const remedy = "save a copy without the password and add that";
    throw new ReadItemError(
      `Cannot read ${about.kind} "${about.name}": "${name}" in it is protected by a password; ${remedy}`,
    );
  }
  if (method !== STORED && method !== DEFLATED)
    throw unsafe(about, `"${name}" is compressed in an unknown way (method ${method})`);
  if (size > packedSize * (method === STORED ? 1 : MAX_DEFLATE_RATIO))
    throw unsafe(about, `"${name}" cannot be unpacked: its size is wrong`);
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}
