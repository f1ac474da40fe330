import { createRandom, type Random } from "./random";

export interface VectorSetOptions {
  readonly dimensions: number;
  /** Vectors the set is planned for; decides how many clusters there are. */
  readonly count: number;
  readonly seed: number;
}

/** A vector set that any worker can make again, whole or in part. */
export interface VectorSet {
  /** Vectors `[first, first + count)`, L2-normalised, one after the other. */
  rows(first: number, count: number): Float32Array;
  /** Queries: drawn like the vectors, none of them in the set. */
  queries(count: number): readonly Float32Array[];
}

/** Vectors that share one seed and are made together. */
const BLOCK = 1_000;
const PER_CLUSTER = 25;
const PATTERNS = 2_048;
const FACTORS = 96;
const QUERY_STREAM = 1_000_000_007;

/** Shares of a vector's length before it is normalised; how they were chosen stands in the README. */
const MEAN = 0.5;
const TOPIC = 0.55;
const CLUSTER = 0.6;
const SPREAD = 0.55;
const NOISE = 0.3;

/**
 * Vectors as text embeddings lie: a mean they all share, topics, clusters of uneven size within the topics,
 * and variation along few directions (a falling spectrum over `FACTORS` random ones) with a little noise
 * in all.
 */
export function createVectorSet({ dimensions, count, seed }: VectorSetOptions): VectorSet {
  const random = createRandom(seed);
  const basis = Array.from({ length: FACTORS }, () => normalVector(dimensions, random));
  const patterns = Array.from({ length: PATTERNS }, () => mixFactors(basis, dimensions, random));
  const mean = normalVector(dimensions, random);
  const clusters = Math.max(8, Math.round(count / PER_CLUSTER));
  const topics = Math.max(4, Math.round(Math.sqrt(clusters)));

  function write(into: Float32Array, random: Random): void {
    // The square makes some clusters many times as full as others.
    const cluster = Math.floor(clusters * random.next() ** 2);
    const home = createRandom(seed + 1, cluster);
    const topic = createRandom(seed + 2, home.below(topics));
    into.fill(0);
    add(into, mean, MEAN);
    for (let draw = 0; draw < 3; draw++) add(into, pick(patterns, topic), TOPIC / Math.sqrt(3));
    for (let draw = 0; draw < 3; draw++) add(into, pick(patterns, home), CLUSTER / Math.sqrt(3));
    for (let draw = 0; draw < 3; draw++) add(into, pick(patterns, random), SPREAD / Math.sqrt(3));
    const noise = NOISE / Math.sqrt(dimensions);
    for (let at = 0; at < dimensions; at++) into[at] = (into[at] ?? 0) + noise * random.normal();
    normalise(into);
  }

  function block(index: number): Float32Array {
    const random = createRandom(seed + 3, index);
    const made = new Float32Array(BLOCK * dimensions);
    for (let row = 0; row < BLOCK; row++)
      write(made.subarray(row * dimensions, (row + 1) * dimensions), random);
    return made;
  }

  return {
    rows(first, wanted) {
      const rows = new Float32Array(wanted * dimensions);
      for (let index = Math.floor(first / BLOCK); index * BLOCK < first + wanted; index++) {
        const from = Math.max(first, index * BLOCK);
        const to = Math.min(first + wanted, (index + 1) * BLOCK);
        const part = block(index).subarray(
          (from - index * BLOCK) * dimensions,
          (to - index * BLOCK) * dimensions,
        );
        rows.set(part, (from - first) * dimensions);
      }
      return rows;
    },
    queries(wanted) {
      const random = createRandom(seed + 4, QUERY_STREAM);
      return Array.from({ length: wanted }, () => {
        const query = new Float32Array(dimensions);
        write(query, random);
        return query;
      });
    },
  };
}

/** A random direction of length about 1. */
function normalVector(dimensions: number, random: Random): Float32Array {
  return Float32Array.from({ length: dimensions }, () => random.normal() / Math.sqrt(dimensions));
}

/** A combination of the basis in which the variance falls with the rank as (1 + rank) ^ -0.7, of length about 1. */
function mixFactors(basis: readonly Float32Array[], dimensions: number, random: Random): Float32Array {
  const mixed = new Float32Array(dimensions);
  for (const [rank, factor] of basis.entries()) add(mixed, factor, random.normal() / (1 + rank) ** 0.35);
  return normalise(mixed);
}

function pick(patterns: readonly Float32Array[], random: Random): Float32Array {
  return patterns[random.below(patterns.length)] ?? new Float32Array();
}

function add(into: Float32Array, other: Float32Array, weight: number): void {
  for (let at = 0; at < into.length; at++) into[at] = (into[at] ?? 0) + weight * (other[at] ?? 0);
}

function normalise(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  const factor = 1 / Math.sqrt(square);
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) * factor;
  return vector;
}
