const PRIME1 = 0x9e3779b1;
const PRIME2 = 0x85ebca77;
const PRIME3 = 0xc2b2ae3d;
const PRIME4 = 0x27d4eb2f;
const PRIME5 = 0x165667b1;

/**
 * xxHash32 (Collet, https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md), which runs in JavaScript at more
 * than a gigabyte a second. Detects damage, not manipulation.
 */
export function checksum(bytes: Uint8Array<ArrayBuffer>, seed = 0): number {
  const { byteLength: length } = bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const striped = length - (length % 16);
  let hash = length >= 16 ? hashStripes(view, striped, seed) : (seed + PRIME5) | 0;
  hash = (hash + length) | 0;
  let at = striped;
  for (; at + 4 <= length; at += 4) {
    hash = Math.imul(rotate((hash + Math.imul(view.getUint32(at, true), PRIME3)) | 0, 17), PRIME4);
  }
  for (; at < length; at++) {
    hash = Math.imul(rotate((hash + Math.imul(view.getUint8(at), PRIME5)) | 0, 11), PRIME1);
  }
  return avalanche(hash);
}

function hashStripes(view: DataView, length: number, seed: number): number {
  let a = (seed + PRIME1 + PRIME2) | 0;
  let b = (seed + PRIME2) | 0;
  let c = seed | 0;
  let d = (seed - PRIME1) | 0;
  for (let at = 0; at < length; at += 16) {
    a = round(a, view.getUint32(at, true));
    b = round(b, view.getUint32(at + 4, true));
    c = round(c, view.getUint32(at + 8, true));
    d = round(d, view.getUint32(at + 12, true));
  }
  return (rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18)) | 0;
}

function round(lane: number, word: number): number {
  return Math.imul(rotate((lane + Math.imul(word, PRIME2)) | 0, 13), PRIME1);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function avalanche(value: number): number {
  let hash = Math.imul(value ^ (value >>> 15), PRIME2);
  hash = Math.imul(hash ^ (hash >>> 13), PRIME3);
  return (hash ^ (hash >>> 16)) >>> 0;
}
