import type { IndexDocument } from "../search-index";

/** The distinct values that the columns of a table refer to by number. */
export interface TableNames {
  readonly sources: readonly string[];
  readonly types: readonly string[];
  /** Number 0 is "no author". */
  readonly authors: readonly string[];
  readonly containers: readonly (readonly string[])[];
}

/** Numbers of names, in the narrowest type for their count. */
export type NameColumn = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** The array type for the numbers of this many names. */
export function nameColumnOf(names: number) {
  if (names <= 0x100) return Uint8Array;
  return names <= 0x10000 ? Uint16Array : Uint32Array;
}

/** The documents of a segment, ascending by id, in columns; rows of a document are neighbours. */
export interface DocumentTable {
  readonly names: TableNames;
  readonly ids: Uint32Array<ArrayBuffer>;
  /** Rows of document `i` are `firstRows[i]..firstRows[i + 1]`. */
  readonly firstRows: Uint32Array<ArrayBuffer>;
  readonly sources: NameColumn;
  readonly types: NameColumn;
  readonly authors: NameColumn;
  readonly containers: NameColumn;
  readonly updatedAt: Float64Array<ArrayBuffer>;
  /** The ordinal of each row's chunk. */
  readonly ordinals: Uint32Array<ArrayBuffer>;
}

/** The fields of a document in the table. */
export interface TableEntry extends Omit<IndexDocument, "chunks" | "title" | "type"> {
  readonly type: string;
  readonly ordinals: readonly number[];
}

/** `entries` ascend by id. */
export function buildDocumentTable(entries: readonly TableEntry[]): DocumentTable {
  const sources = new Numbering();
  const types = new Numbering();
  const authors = new Numbering();
  authors.numberOf("");
  const containers = new Numbering();
  const firstRows = new Uint32Array(entries.length + 1);
  for (const [index, { ordinals }] of entries.entries()) {
    firstRows[index + 1] = (firstRows[index] as number) + ordinals.length;
  }
  const column = (numbering: Numbering, read: (entry: TableEntry) => string): NameColumn => {
    const numbers = entries.map((entry) => numbering.numberOf(read(entry)));
    return nameColumnOf(numbering.values.length).from(numbers);
  };
  const columns = {
    ids: Uint32Array.from(entries, (entry) => entry.documentId),
    firstRows,
    sources: column(sources, (entry) => entry.sourceId),
    types: column(types, (entry) => entry.type),
    authors: column(authors, (entry) => entry.author ?? ""),
    containers: column(containers, (entry) => JSON.stringify(entry.container ?? [])),
    updatedAt: Float64Array.from(entries, (entry) => entry.updatedAt),
    ordinals: Uint32Array.from(entries.flatMap((entry) => entry.ordinals)),
  };
  const paths = containers.values.map((path): readonly string[] => JSON.parse(path));
  return {
    ...columns,
    names: { sources: sources.values, types: types.values, authors: authors.values, containers: paths },
  };
}

/** The document at `index`, as it was added. */
export function entryAt(table: DocumentTable, index: number): TableEntry {
  const { names, firstRows, ordinals } = table;
  const author = names.authors[table.authors[index] as number];
  return {
    documentId: table.ids[index] as number,
    sourceId: names.sources[table.sources[index] as number] ?? "",
    type: names.types[table.types[index] as number] ?? "",
    ...(author && { author }),
    container: names.containers[table.containers[index] as number] ?? [],
    updatedAt: table.updatedAt[index] as number,
    ordinals: Array.from(ordinals.subarray(firstRows[index], firstRows[index + 1])),
  };
}

/** Index of the document that `row` belongs to. */
export function documentOfRow({ firstRows }: DocumentTable, row: number): number {
  let low = 0;
  let high = firstRows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firstRows[middle + 1] as number) <= row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the document with that id, or -1. */
export function indexOfDocument({ ids }: DocumentTable, documentId: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] as number) < documentId) low = middle + 1;
    else high = middle;
  }
  return ids[low] === documentId ? low : -1;
}

/** Gives each new text the next number. */
class Numbering {
  readonly values: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(value: string): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }
}
