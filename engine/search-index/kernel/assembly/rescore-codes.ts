import { toOrdered } from "./scan-signs";

/**
 * Scores chosen rows by their int8 codes: `dot(query, codes[row]) * scale[row] * unit`, as order-preserving
 * int32 in `out`. `query` holds `width` int16; `width` is a multiple of 16 and rows lie `width` bytes apart.
 */
export function rescoreCodes(
  query: usize,
  codes: usize,
  scales: usize,
  rows: usize,
  count: i32,
  width: i32,
  unit: f32,
  out: usize,
): void {
  for (let at = 0; at < count; at++) {
    const row = <usize>load<u32>(rows + ((<usize>at) << 2));
    const dot = dotCodes(query, codes + row * <usize>width, width);
    const score = <f32>dot * load<f32>(scales + (row << 2)) * unit;
    store<i32>(out + ((<usize>at) << 2), i32x4.extract_lane(toOrdered(f32x4.splat(score)), 0));
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
