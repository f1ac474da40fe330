import { beforeAll, expect, test } from "vitest";
import { dotProduct } from "../../util/dot-product";
import { Arena } from "../kernel/arena";
import { loadKernel } from "../kernel/kernel";
import { compiledKernel } from "../testing/compiled-kernel";
import { encodeSigns } from "./encode-signs";
import { allocateCodes, quantiseRow, widthOf } from "./quantise";
import { VectorRegion } from "./vector-region";
import { VectorScanner } from "./vector-scanner";

let kernel: WebAssembly.Module;
beforeAll(async () => {
  kernel = await compiledKernel();
});

/** Marsaglia's xorshift32, so that every run sees the same vectors. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Normalised vectors in clusters of some 25 around shared directions, as text embeddings lie. */
function createClustered(count: number, dimensions: number): readonly Float32Array[] {
  const random = createRandom(7);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const centres = Array.from({ length: Math.ceil(count / 25) }, () =>
    Array.from({ length: dimensions }, normal),
  );
  return Array.from({ length: count }, () => {
    const centre = centres[Math.floor(random() * centres.length)]!;
    const vector = Float32Array.from(centre, (value) => value + 0.3 + 0.7 * normal());
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  });
}

// Widths that are no multiple of the kernel's step are padded.
test.each([384, 100])(
  "VectorScanner finds the ten nearest of 10,000 rows 995 times of 1,000 at %i dimensions",
  (dimensions) => {
    const vectors = createClustered(10_050, dimensions);
    const queries = vectors.slice(10_000);
    const width = widthOf(dimensions);
    const codes = allocateCodes(10_000, width);
    for (let row = 0; row < 10_000; row++) quantiseRow(vectors[row]!, row, codes);
    const arena = new Arena();
    const scanner = new VectorScanner(arena, loadKernel(kernel, arena.memory), width);
    const region = new VectorRegion(arena, codes, encodeSigns(codes));
    // 312 whole words and half of the last.
    const live = new Uint32Array(313).fill(0xffffffff, 0, 312);
    live[312] = 0xffff;
    let found = 0;
    for (const query of queries) {
      const padded = new Float32Array(width);
      padded.set(query);
      const hits = scanner.scan(padded, [{ region, live }], 10);
      const scores = vectors.slice(0, 10_000).map((vector) => dotProduct(vector, query));
      const tenth = scores.toSorted((a, b) => b - a)[9]!;
      found += hits.filter(({ row }) => scores[row]! >= tenth).length;
      for (const { row, score } of hits) expect(Math.abs(score - scores[row]!)).toBeLessThan(0.001);
    }
    expect(found / (queries.length * 10)).toBeGreaterThanOrEqual(0.995);
  },
);
