/** Positions are kept modulo this: one byte each, at the price of a false neighbour in 128. */
export const POSITION_RANGE = 128;

/** One byte a position: seven bits of it and, lowest, whether it is the row's last. */
export function packPosition(position: number, last: boolean): number {
  return (position % POSITION_RANGE) * 2 + (last ? 1 : 0);
}

/** Whether any position of `after` lies `distance` behind one of `before`; both packed. */
export function areNeighbours(before: Uint8Array, after: Uint8Array, distance: number): boolean {
  for (const a of before) {
    const wanted = ((a >> 1) + distance) % POSITION_RANGE;
    for (const b of after) if (b >> 1 === wanted) return true;
  }
  return false;
}
