/** The dot product of two vectors, which is their cosine where both are L2-normalised. Missing components are 0. */
export function dotProduct(a: Float32Array, b: Float32Array): number {
  let total = 0;
  for (const [position, value] of a.entries()) total += value * (b[position] ?? 0);
  return total;
}
