/** The dot product of two vectors, which is their cosine when both are L2-normalised. Missing components are 0. */
export function dotProduct(a: Float32Array, b: Float32Array): number {
  let total = 0;
  // Runs for every row of a scan. An iterator is several times slower.
  for (let position = 0; position < a.length; position++) total += (a[position] ?? 0) * (b[position] ?? 0);
  return total;
}
