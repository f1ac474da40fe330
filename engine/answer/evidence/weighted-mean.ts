/** Mean of values by their weights, which are 1 in sum; 0 without values. */
export function weightedMean(values: Float32Array | undefined, weights: Float32Array): number {
  return values?.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0) ?? 0;
}
