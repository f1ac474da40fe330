import { expect, test } from "vitest";
import { Arena } from "../kernel/arena";
import { encodeSigns } from "./encode-signs";
import { allocateCodes, dotRow, quantiseRow } from "./quantise";
import { VectorRegion } from "./vector-region";

const WIDTH = 32;

function makeRegion(rows: number) {
  const codes = allocateCodes(rows, WIDTH);
  const vectors = Array.from({ length: rows }, (_, row) =>
    Float32Array.from({ length: WIDTH }, (_, at) => Math.sin((row + 1) * (at + 1))),
  );
  for (const [row, vector] of vectors.entries()) quantiseRow(vector, row, codes);
  return { vectors, region: new VectorRegion(new Arena(), codes, encodeSigns(codes)) };
}

/** The largest error of the rows' squared lengths. */
function errorOf({ vectors, region }: ReturnType<typeof makeRegion>): number {
  const errors = vectors.map((vector, row) => {
    const { first, codes } = region.partOf(row);
    const square = vector.reduce((sum, value) => sum + value * value, 0);
    return Math.abs(dotRow(vector, row - first, codes) - square);
  });
  return Math.max(...errors);
}

test("VectorRegion finds every row in its allocation", () => {
  const made = makeRegion(2_500);
  expect(made.region.partOf(2_499).first).toBe(2_048);
  expect(errorOf(made)).toBeLessThan(0.02);
});

test("VectorRegion is a quarter as exact without residues, and takes less memory", () => {
  const made = makeRegion(40);
  const [fine, bytes] = [errorOf(made), made.region.heapBytes];
  made.region.dropResidues();
  const coarse = errorOf(made);
  expect(coarse).toBeGreaterThan(2 * fine);
  expect(coarse).toBeLessThan(0.08);
  expect(made.region.heapBytes).toBe(bytes - 40 * (WIDTH / 4));
});
