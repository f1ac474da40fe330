import type { StoredSegment } from "../../model/index-change";
import { padRows } from "../vector/encode-signs";
import { widthOf } from "../vector/quantise";
import { type DocumentTable, type NameColumn, nameColumnOf, type TableNames } from "./document-table";
import type { SegmentData } from "./segment-data";

type SegmentBuffers = StoredSegment["buffers"];

/** The part of a segment that is text, kept as JSON in the buffer `meta`. */
interface SegmentMeta {
  readonly embedderId: string;
  readonly dimensions: number;
  readonly documents: number;
  readonly rows: number;
  readonly terms: number;
  readonly averageLength: number;
  readonly names: TableNames;
}

/** Encodes a segment for storage. The byte layout is described in engine/DESIGN.md. */
export function toBuffers({
  embedderId,
  dimensions,
  table,
  keywords,
  codes,
  signs,
}: SegmentData): SegmentBuffers {
  const { dictionary, averageLength } = keywords;
  const meta: SegmentMeta = {
    embedderId,
    dimensions,
    documents: table.ids.length,
    rows: table.ordinals.length,
    terms: dictionary.count,
    averageLength,
    names: table.names,
  };
  return {
    meta: new TextEncoder().encode(JSON.stringify(meta)).buffer,
    documents: join(
      table.updatedAt,
      table.ids,
      table.firstRows,
      table.ordinals,
      table.sources,
      table.types,
      table.authors,
      table.containers,
      keywords.lengthCodes,
    ),
    factors: join(signs.mean, codes.scales, signs.stretch, signs.along),
    signs: signs.bits.buffer,
    codes: codes.codes.buffer,
    residues: codes.residues.buffer,
    dictionary: join(dictionary.termStarts, dictionary.postingsStarts, dictionary.bytes),
    postings: keywords.postings.buffer,
  };
}

/** Decodes a segment without copying. Throws TypeError when a buffer is missing or too short. */
export function fromBuffers(buffers: SegmentBuffers): SegmentData {
  const meta: SegmentMeta = JSON.parse(new TextDecoder().decode(take(buffers, "meta")));
  const { embedderId, dimensions, rows, averageLength } = meta;
  const documents = new BufferReader(take(buffers, "documents"));
  const table = readTable(documents, meta);
  const lengthCodes = documents.bytes(rows);
  const width = widthOf(dimensions);
  const factors = new BufferReader(take(buffers, "factors"));
  const mean = factors.floats(width);
  const scales = factors.floats(rows);
  return {
    embedderId,
    dimensions,
    table,
    keywords: {
      dictionary: readDictionary(new BufferReader(take(buffers, "dictionary")), meta.terms),
      postings: new Uint8Array(take(buffers, "postings")),
      lengthCodes,
      averageLength,
    },
    codes: {
      width,
      codes: new Int8Array(take(buffers, "codes")),
      residues: new Uint8Array(take(buffers, "residues")),
      scales,
    },
    signs: {
      mean,
      bits: new Uint8Array(take(buffers, "signs")),
      stretch: factors.floats(padRows(rows)),
      along: factors.floats(padRows(rows)),
    },
  };
}

function readTable(reader: BufferReader, { documents, rows, names }: SegmentMeta): DocumentTable {
  return {
    names,
    updatedAt: reader.doubles(documents),
    ids: reader.words(documents),
    firstRows: reader.words(documents + 1),
    ordinals: reader.words(rows),
    sources: reader.names(names.sources.length, documents),
    types: reader.names(names.types.length, documents),
    authors: reader.names(names.authors.length, documents),
    containers: reader.names(names.containers.length, documents),
  };
}

function readDictionary(reader: BufferReader, count: number) {
  const termStarts = reader.words(count + 1);
  const postingsStarts = reader.words(count + 1);
  return { count, termStarts, postingsStarts, bytes: reader.bytes(termStarts[count] ?? 0) };
}

function take(buffers: SegmentBuffers, name: string): ArrayBuffer {
  const buffer = buffers[name];
  if (!buffer) throw new TypeError(`Cannot read a segment: its buffer "${name}" is missing`);
  return buffer;
}

/** Every array starts at a multiple of this; arrays with elements of eight bytes come first. */
const ALIGNMENT = 4;

function align(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

/** Concatenates arrays. */
function join(...arrays: readonly ArrayBufferView[]): ArrayBuffer {
  const joined = new Uint8Array(arrays.reduce((sum, array) => sum + align(array.byteLength), 0));
  let at = 0;
  for (const array of arrays) {
    joined.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += align(array.byteLength);
  }
  return joined.buffer;
}

/** Splits a concatenated buffer into its arrays. */
class BufferReader {
  #at = 0;

  constructor(readonly buffer: ArrayBuffer) {}

  doubles(count: number) {
    return new Float64Array(this.buffer, this.#advance(count * 8), count);
  }

  floats(count: number) {
    return new Float32Array(this.buffer, this.#advance(count * 4), count);
  }

  words(count: number) {
    return new Uint32Array(this.buffer, this.#advance(count * 4), count);
  }

  names(distinct: number, count: number): NameColumn {
    const Column = nameColumnOf(distinct);
    return new Column(this.buffer, this.#advance(count * Column.BYTES_PER_ELEMENT), count);
  }

  bytes(count: number) {
    return new Uint8Array(this.buffer, this.#advance(count), count);
  }

  #advance(bytes: number): number {
    const start = this.#at;
    this.#at += align(bytes);
    return start;
  }
}
