/** Reads `bytes` bytes from `base` on (a multiple of 128) as fast as SIMD loads go; the result keeps it honest. */
export function readBytes(base: usize, bytes: usize): i32 {
  let a = i64x2.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let e = a;
  let f = a;
  let g = a;
  let h = a;
  const end = base + bytes;
  for (let at = base; at < end; at += 128) {
    a = v128.xor(a, v128.load(at));
    b = v128.xor(b, v128.load(at, 16));
    c = v128.xor(c, v128.load(at, 32));
    d = v128.xor(d, v128.load(at, 48));
    e = v128.xor(e, v128.load(at, 64));
    f = v128.xor(f, v128.load(at, 80));
    g = v128.xor(g, v128.load(at, 96));
    h = v128.xor(h, v128.load(at, 112));
  }
  const left = v128.xor(v128.xor(a, b), v128.xor(c, d));
  const right = v128.xor(v128.xor(e, f), v128.xor(g, h));
  return i32x4.extract_lane(v128.xor(left, right), 0);
}
