/** Ascending ids as pairs `first, last` of unbroken runs. */
export function toIdRuns(ascending: Iterable<number>): Uint32Array {
  const runs: number[] = [];
  for (const id of ascending) {
    if (runs.length > 0 && runs[runs.length - 1] === id - 1) runs[runs.length - 1] = id;
    else runs.push(id, id);
  }
  return Uint32Array.from(runs);
}

export function* fromIdRuns(runs: Uint32Array): Generator<number> {
  for (let at = 0; at + 1 < runs.length; at += 2) {
    const last = runs[at + 1] ?? -1;
    for (let id = runs[at] ?? 0; id <= last; id++) yield id;
  }
}
