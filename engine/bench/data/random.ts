/** Seeded random numbers: the same seed gives the same run on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform whole number in [0, bound). */
  below(bound: number): number;
  /** Standard normal, approximately: the sum of four uniforms, which is all a test set needs. */
  normal(): number;
}

const NORMAL_SPREAD = Math.sqrt(3);

/** mulberry32 (Tommy Ettinger, public domain), seeded with up to two numbers. */
export function createRandom(seed: number, stream = 0): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35)) | 0;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  return {
    next,
    below: (bound) => Math.floor(next() * bound),
    normal: () => (next() + next() + next() + next() - 2) * NORMAL_SPREAD,
  };
}
