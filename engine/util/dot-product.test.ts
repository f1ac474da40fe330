import { expect, test } from "vitest";
import { dotProduct } from "./dot-product";

test("dotProduct() adds the products of the components", () => {
  expect(dotProduct(Float32Array.of(1, 2, 3), Float32Array.of(4, 5, 6))).toBe(32);
});

test("dotProduct() counts a missing component as 0", () => {
  expect(dotProduct(Float32Array.of(1, 2), Float32Array.of(3))).toBe(3);
  expect(dotProduct(Float32Array.of(1), new Float32Array())).toBe(0);
});
