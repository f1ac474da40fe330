import { expect, test } from "vitest";
import { parseStaticModel } from "./parse-static-model";

const vocab = new TextEncoder().encode('["[PAD]", "[UNK]", "atlas"]');
const table = Uint8Array.of(0, 0, 1, 255, 127, 128);
const scale = new Uint8Array(new Float32Array([0, 0.5, 2]).buffer);

test("parseStaticModel() reads tokens, signed rows and factors", () => {
  const model = parseStaticModel({ vocab, table, scale }, "tiny");
  expect(model).toEqual({
    id: "tiny",
    vocabulary: ["[PAD]", "[UNK]", "atlas"],
    dimensions: 2,
    table: Int8Array.of(0, 0, 1, -1, 127, -128),
    scale: Float32Array.of(0, 0.5, 2),
  });
});

test("parseStaticModel() reads factors from bytes at an odd offset", () => {
  const shifted = new Uint8Array(scale.length + 1);
  shifted.set(scale, 1);
  expect(parseStaticModel({ vocab, table, scale: shifted.subarray(1) }).scale).toEqual(
    Float32Array.of(0, 0.5, 2),
  );
});

const text = (value: string) => new TextEncoder().encode(value);

test.each([
  [{ vocab, table, scale: scale.subarray(4) }, "scale.f32 has 8 bytes instead of 12 for 3 tokens"],
  [{ vocab, table: table.subarray(1), scale }, "table.i8 has 5 bytes, which do not divide into 3 rows"],
  [{ vocab, table: new Uint8Array(), scale }, "table.i8 has 0 bytes"],
  [{ vocab: text("[1]"), table, scale }, "vocab.json is not an array of strings"],
  [{ vocab: text('["a'), table, scale }, "vocab.json is not JSON"],
  [{ vocab: text('["a", "b", "c"]'), table, scale }, "vocab.json lacks [UNK]"],
])("parseStaticModel() names what does not fit (%#)", (files, fact) => {
  expect(() => parseStaticModel(files)).toThrow(RangeError);
  expect(() => parseStaticModel(files)).toThrow(`Cannot read the model "static-v0.1": ${fact}`);
});
