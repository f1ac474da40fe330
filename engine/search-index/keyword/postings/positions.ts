/** Positions are stored modulo this, in one byte each, at the price of a false neighbour in 128. */
const POSITION_RANGE = 128;

/** One byte for each position: seven bits of it and, lowest, whether it is the row's last. */
export function packPosition(position: number, last: boolean): number {
  return (position % POSITION_RANGE) * 2 + (last ? 1 : 0);
}

/** The offset after the positions that start at `start`. */
export function endOfPositions(bytes: Uint8Array, start: number): number {
  let at = start;
  while (((bytes[at] as number) & 1) === 0) at++;
  return at + 1;
}

/** Whether a position of those at `after` is `distance` after one of those at `before`. */
export function areNeighbours(bytes: Uint8Array, before: number, after: number, distance: number): boolean {
  const endBefore = endOfPositions(bytes, before);
  const endAfter = endOfPositions(bytes, after);
  for (let a = before; a < endBefore; a++) {
    const wanted = (((bytes[a] as number) >> 1) + distance) % POSITION_RANGE;
    for (let b = after; b < endAfter; b++) if ((bytes[b] as number) >> 1 === wanted) return true;
  }
  return false;
}
