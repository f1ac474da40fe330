import type { StoredSegment } from "../../model/index-change";
import { checksum } from "./checksum";

/** Names the buffers for storage and adds their checksum. */
export function sealSegment(id: number, buffers: StoredSegment["buffers"]): StoredSegment {
  return { id, buffers, checksum: checksumBuffers(buffers) };
}

/** One checksum over names, lengths and contents, whatever order a store returns the names in. */
export function checksumBuffers(buffers: StoredSegment["buffers"]): number {
  const encoder = new TextEncoder();
  let sum = 0;
  for (const [name, buffer] of Object.entries(buffers).sort(([a], [b]) => (a < b ? -1 : 1))) {
    sum = checksum(encoder.encode(`${name} ${buffer.byteLength}`), sum);
    sum = checksum(new Uint8Array(buffer), sum);
  }
  return sum;
}
