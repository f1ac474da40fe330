import fc from "fast-check";
import { expect, test } from "vitest";
import { fitImage } from "./fit-image";

test("fitImage() doubles a screenshot", () => {
  expect(fitImage({ width: 640, height: 300 })).toEqual({ width: 1280, height: 600 });
});

test("fitImage() shrinks a photograph to nine million pixels and keeps its shape", () => {
  const { width, height } = fitImage({ width: 8000, height: 6000 });
  expect(width * height).toBeLessThanOrEqual(9_000_000);
  expect(width / height).toBeCloseTo(4 / 3, 2);
});

test("fitImage() stays within its limit and above nothing, whatever the shape", () => {
  const side = fc.integer({ min: 1, max: 65_535 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const fitted = fitImage({ width, height });
      expect(Math.min(fitted.width, fitted.height)).toBeGreaterThanOrEqual(1);
      expect(fitted.width * fitted.height).toBeLessThanOrEqual(9_000_000);
    }),
  );
});
