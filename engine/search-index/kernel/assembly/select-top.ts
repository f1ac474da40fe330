/**
 * Writes the rows of the `wanted` largest of `count` int32 scores to `out`, in no order. The smallest int32 is never
 * selected, and among equals the lower row is. `buffer` has 5 * wanted + 4 int64. Returns the number of rows written.
 */
export function selectTop(scores: usize, count: i32, wanted: i32, buffer: usize, out: usize): i32 {
  const capacity = wanted * 4;
  let held = 0;
  let threshold = i32.MIN_VALUE;
  for (let row = 0; row < count; row += 4) {
    const four = v128.load(scores + ((<usize>row) << 2));
    let above = i32x4.bitmask(i32x4.gt_s(four, i32x4.splat(threshold)));
    while (above !== 0) {
      const at = row + ctz(above);
      above &= above - 1;
      if (at >= count) break;
      store<i64>(buffer + ((<usize>held) << 3), pack(load<i32>(scores + ((<usize>at) << 2)), at));
      held++;
    }
    if (held >= capacity) {
      partition(buffer, held, wanted);
      held = wanted;
      threshold = smallestScore(buffer, held);
    }
  }
  if (held > wanted) {
    partition(buffer, held, wanted);
    held = wanted;
  }
  for (let at = 0; at < held; at++) {
    store<u32>(out + ((<usize>at) << 2), 0xffffffff - <u32>load<i64>(buffer + ((<usize>at) << 3)));
  }
  return held;
}

/** Score above, row below and reversed: greater means better score, then lower row. */
function pack(score: i32, row: i32): i64 {
  return ((<i64>score) << 32) | <i64>(0xffffffff - <u32>row);
}

/** Later rows of the same score lose, so a row must beat it outright. */
function smallestScore(buffer: usize, count: i32): i32 {
  let smallest = i64.MAX_VALUE;
  for (let at = 0; at < count; at++) smallest = min(smallest, load<i64>(buffer + ((<usize>at) << 3)));
  return <i32>(smallest >> 32);
}

/** Quickselect: moves the `wanted` largest to the front. */
function partition(buffer: usize, count: i32, wanted: i32): void {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const border = split(buffer, low, high);
    if (wanted - 1 <= border) high = border;
    else low = border + 1;
  }
}

/** Hoare's partition: no entry up to the returned border is smaller than one after it. */
function split(buffer: usize, low: i32, high: i32): i32 {
  const pivot = load<i64>(buffer + ((<usize>((low + high) >> 1)) << 3));
  let left = skipLarger(buffer, low, pivot);
  let right = skipSmaller(buffer, high, pivot);
  while (left < right) {
    swap(buffer, left, right);
    left = skipLarger(buffer, left + 1, pivot);
    right = skipSmaller(buffer, right - 1, pivot);
  }
  return right;
}

function skipLarger(buffer: usize, from: i32, pivot: i64): i32 {
  while (load<i64>(buffer + ((<usize>from) << 3)) > pivot) from++;
  return from;
}

function skipSmaller(buffer: usize, from: i32, pivot: i64): i32 {
  while (load<i64>(buffer + ((<usize>from) << 3)) < pivot) from--;
  return from;
}

function swap(buffer: usize, left: i32, right: i32): void {
  const a = buffer + ((<usize>left) << 3);
  const b = buffer + ((<usize>right) << 3);
  const former = load<i64>(a);
  store<i64>(a, load<i64>(b));
  store<i64>(b, former);
}
