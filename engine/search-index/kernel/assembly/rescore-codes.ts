import { toOrdered } from "./scan-signs";

/**
 * Scores selected rows by their int8 codes: `dot(query, codes) * scale * unit`, as order-preserving int32 in `out`.
 * `query` has `width` int16; `width` is a multiple of 16. `rows` has the addresses of the `count` rows, `scales` their
 * scales.
 */
export function rescoreCodes(
  query: usize,
  rows: usize,
  scales: usize,
  count: i32,
  width: i32,
  unit: f32,
  out: usize,
): void {
  for (let at: usize = 0; at < (<usize>count) << 2; at += 4) {
    const dot = dotCodes(query, <usize>load<u32>(rows + at), width);
    const score = <f32>dot * load<f32>(scales + at) * unit;
    store<i32>(out + at, i32x4.extract_lane(toOrdered(f32x4.splat(score)), 0));
  }
}

function dotCodes(query: usize, code: usize, width: i32): i32 {
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  const end = code + <usize>width;
  for (; code < end; code += 16) {
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load_ext<i8>(code, 0), v128.load(query)));
    b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load_ext<i8>(code, 8), v128.load(query, 16)));
    query += 32;
  }
  a = i32x4.add(a, b);
  a = i32x4.add(a, v128.shuffle<i32>(a, a, 2, 3, 0, 1));
  return i32x4.extract_lane(a, 0) + i32x4.extract_lane(a, 1);
}
