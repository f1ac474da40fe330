import type { StaticModel } from "./static-model";

/** The three files of a static model, as in `assets/models/<id>/`. */
export interface StaticModelFiles {
  /** `vocab.json`: a JSON array of strings. */
  readonly vocab: Uint8Array;
  /** `table.i8`: int8, row-major. */
  readonly table: Uint8Array;
  /** `scale.f32`: one little-endian float32 for each row. */
  readonly scale: Uint8Array;
}

/** The folder of the model, and the version of the tokenizer: what the vectors of a text depend on. */
const DEFAULT_ID = "static-v0.1";
const UNKNOWN_TOKEN = "[UNK]";
const REMEDY = "; install Atlas again or restore the model's folder";

/**
 * Parses a static model from the bytes of its files; `table` is not copied. The number of dimensions follows from the
 * sizes. Throws RangeError when the files do not fit together.
 */
export function parseStaticModel({ vocab, table, scale }: StaticModelFiles, id = DEFAULT_ID): StaticModel {
  const vocabulary = parseVocabulary(vocab, id);
  const rows = vocabulary.length;
  if (scale.byteLength !== rows * 4) {
    throw mismatch(id, `scale.f32 has ${scale.byteLength} bytes instead of ${rows * 4} for ${rows} tokens`);
  }
  if (table.byteLength === 0 || table.byteLength % rows !== 0) {
    throw mismatch(id, `table.i8 has ${table.byteLength} bytes, which do not divide into ${rows} rows`);
  }
  return {
    id,
    vocabulary,
    dimensions: table.byteLength / rows,
    table: new Int8Array(table.buffer, table.byteOffset, table.byteLength),
    scale: readFloats(scale),
  };
}

function parseVocabulary(vocab: Uint8Array, id: string): readonly string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(vocab));
  } catch (cause) {
    throw mismatch(id, "vocab.json is not JSON", cause);
  }
  if (!Array.isArray(parsed) || !parsed.every((token) => typeof token === "string")) {
    throw mismatch(id, "vocab.json is not an array of strings");
  }
  if (!parsed.includes(UNKNOWN_TOKEN)) throw mismatch(id, `vocab.json lacks ${UNKNOWN_TOKEN}`);
  return parsed;
}

/** Little-endian whatever the machine, and from any offset: a Float32Array view would need alignment. */
function readFloats(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength / 4 }, (_, row) => view.getFloat32(row * 4, true));
}

function mismatch(id: string, fact: string, cause?: unknown): RangeError {
  return new RangeError(`Cannot read the model "${id}": ${fact}${REMEDY}`, { cause });
}
