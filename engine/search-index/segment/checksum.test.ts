import { expect, test } from "vitest";
import { checksum } from "./checksum";

const bytes = (text: string) => new TextEncoder().encode(text);

// Reference values of the xxHash32 specification's own implementation.
test.each([
  ["", 0, 0x02cc5d05],
  ["a", 0, 0x550d7456],
  ["abc", 0, 0x32d153ff],
  ["Nobody inspects the spammish repetition", 0, 0xe2293b2f],
])("checksum() of %j with seed %i is the published one", (text, seed, expected) => {
  expect(checksum(bytes(text), seed)).toBe(expected);
});

test("checksum() reads a view that starts inside a buffer as its own bytes", () => {
  const whole = bytes("xNobody inspects the spammish repetition");
  expect(checksum(whole.subarray(1))).toBe(0xe2293b2f);
});

test("checksum() changes with every single bit", () => {
  const data = bytes("forty-one bytes, so that every loop runs.");
  const before = checksum(data);
  for (let bit = 0; bit < data.length * 8; bit++) {
    const flipped = data.slice();
    flipped[bit >> 3]! ^= 1 << (bit & 7);
    expect(checksum(flipped)).not.toBe(before);
  }
});
