/** The table of `scanSigns` for one query in one segment. */
export interface SignTable {
  /** Two times 16 entries of at most 63 for each byte of a row. */
  readonly entries: Uint8Array;
  readonly step: number;
  readonly bias: number;
}

const MAX_ENTRY = 63;

/**
 * For each four values of the centred query, the sums `±a ±b ±c ±d` of all 16 sign patterns, raised above
 * zero and scaled to bytes: `sum = entry * step + bias` over all groups.
 */
export function buildSignTable(centred: Float32Array, entries: Uint8Array): SignTable {
  let maxReach = 0;
  let bias = 0;
  for (let at = 0; at < centred.length; at += 4) {
    const reach = reachOf(centred, at);
    maxReach = Math.max(maxReach, reach);
    bias -= reach;
  }
  const step = maxReach > 0 ? (2 * maxReach) / MAX_ENTRY : 1;
  const sums = new Float32Array(16);
  for (let at = 0; at < centred.length; at += 4) {
    let lowest = reachOf(centred, at);
    for (let bit = 0; bit < 4; bit++) lowest -= centred[at + bit] as number;
    sums[0] = lowest;
    for (let pattern = 1; pattern < 16; pattern++) {
      const bit = 31 - Math.clz32(pattern);
      sums[pattern] = (sums[pattern ^ (1 << bit)] as number) + 2 * (centred[at + bit] as number);
    }
    for (let pattern = 0; pattern < 16; pattern++) {
      entries[at * 4 + pattern] = Math.max(0, (sums[pattern] as number) / step + 0.5);
    }
  }
  return { entries, step, bias };
}

function reachOf(values: Float32Array, at: number): number {
  return (
    Math.abs(values[at] as number) +
    Math.abs(values[at + 1] as number) +
    Math.abs(values[at + 2] as number) +
    Math.abs(values[at + 3] as number)
  );
}
