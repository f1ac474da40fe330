/**
 * Estimates the dot product of the query with every row from the row's sign bits alone, by table look-up
 * as in "Quicker ADC" (André et al., 2018) over the unbiased one-bit estimate of RaBitQ (Gao and Long, 2024).
 *
 * Rows are in blocks of 32; byte `c` of the 32 rows of a block is in 32 neighbouring bytes. For each byte `table` has two
 * times 16 entries of at most 63, so that four of them add up in a byte. A row's estimate is
 * `(step * sum + bias) * stretch[row] + along[row] + offset`, written to `out` as an int32 of the same order. A row whose
 * bit in `live` is 0 gets the smallest int32; a block without live rows is not read.
 */
export function scanSigns(
  table: usize,
  signs: usize,
  live: usize,
  stretch: usize,
  along: usize,
  blocks: i32,
  columns: i32,
  step: f32,
  bias: f32,
  offset: f32,
  out: usize,
): void {
  const size = (<usize>columns) << 5;
  for (let block = 0; block < blocks; block++) {
    const mask = load<u32>(live);
    if (mask === 0) {
      for (let at: usize = 0; at < 128; at += 16) v128.store(out + at, i32x4.splat(i32.MIN_VALUE));
    } else {
      sumBlock(table, signs, size, out);
      for (let at: usize = 0; at < 128; at += 16) {
        const sums = f32x4.convert_i32x4_s(v128.load(out + at));
        const centred = f32x4.add(f32x4.mul(sums, f32x4.splat(step)), f32x4.splat(bias));
        const scaled = f32x4.mul(centred, v128.load(stretch + at));
        const score = f32x4.add(f32x4.add(scaled, v128.load(along + at)), f32x4.splat(offset));
        v128.store(out + at, toOrdered(score));
      }
      if (mask !== 0xffffffff) hideDead(mask, out);
    }
    signs += size;
    live += 4;
    stretch += 128;
    along += 128;
    out += 128;
  }
}

/** The bits of a float as an int32 that compares like the float. */
export function toOrdered(floats: v128): v128 {
  const negative = i32x4.shr_s(floats, 31);
  return v128.xor(floats, v128.and(negative, i32x4.splat(0x7fffffff)));
}

function hideDead(mask: u32, out: usize): void {
  let dead = ~mask;
  while (dead !== 0) {
    store<i32>(out + ((<usize>ctz(dead)) << 2), i32.MIN_VALUE);
    dead &= dead - 1;
  }
}

/**
 * Adds up the table entries of 32 rows. Sums accumulate in 16-bit lanes with an even and an odd row each; the odd rows'
 * share is accumulated separately and subtracted at the end.
 */
function sumBlock(table: usize, signs: usize, size: usize, out: usize): void {
  const low = i8x16.splat(15);
  let even0 = i16x8.splat(0);
  let even1 = i16x8.splat(0);
  let odd0 = i16x8.splat(0);
  let odd1 = i16x8.splat(0);
  const end = signs + size;
  for (; signs < end; signs += 64) {
    const a = v128.load(signs);
    const b = v128.load(signs, 16);
    const c = v128.load(signs, 32);
    const d = v128.load(signs, 48);
    const lowA = v128.load(table);
    const highA = v128.load(table, 16);
    const lowC = v128.load(table, 32);
    const highC = v128.load(table, 48);
    const x = i8x16.add(
      i8x16.add(i8x16.swizzle(lowA, v128.and(a, low)), i8x16.swizzle(highA, i8x16.shr_u(a, 4))),
      i8x16.add(i8x16.swizzle(lowC, v128.and(c, low)), i8x16.swizzle(highC, i8x16.shr_u(c, 4))),
    );
    const y = i8x16.add(
      i8x16.add(i8x16.swizzle(lowA, v128.and(b, low)), i8x16.swizzle(highA, i8x16.shr_u(b, 4))),
      i8x16.add(i8x16.swizzle(lowC, v128.and(d, low)), i8x16.swizzle(highC, i8x16.shr_u(d, 4))),
    );
    even0 = i16x8.add(even0, x);
    odd0 = i16x8.add(odd0, i16x8.shr_u(x, 8));
    even1 = i16x8.add(even1, y);
    odd1 = i16x8.add(odd1, i16x8.shr_u(y, 8));
    table += 64;
  }
  storeSums(i16x8.sub(even0, i16x8.shl(odd0, 8)), odd0, out);
  storeSums(i16x8.sub(even1, i16x8.shl(odd1, 8)), odd1, out + 64);
}

function storeSums(even: v128, odd: v128, out: usize): void {
  const first = v128.shuffle<i16>(even, odd, 0, 8, 1, 9, 2, 10, 3, 11);
  const second = v128.shuffle<i16>(even, odd, 4, 12, 5, 13, 6, 14, 7, 15);
  v128.store(out, i32x4.extend_low_i16x8_u(first));
  v128.store(out, i32x4.extend_high_i16x8_u(first), 16);
  v128.store(out, i32x4.extend_low_i16x8_u(second), 32);
  v128.store(out, i32x4.extend_high_i16x8_u(second), 48);
}
