/** A table with one vector for each token; a text's vector is the normalised sum of its tokens' vectors. */
export interface StaticModel {
  /** Names model and version, e.g. "static-v0.1". */
  readonly id: string;
  /** Index = row of the table. Continuation pieces begin with `##`. */
  readonly vocabulary: readonly string[];
  readonly dimensions: number;
  /** Row-major, `vocabulary.length` × `dimensions`. */
  readonly table: Int8Array;
  /** One factor for each row; the vector of token t is `table[t] × scale[t]`. */
  readonly scale: Float32Array;
}
