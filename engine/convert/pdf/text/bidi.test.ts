import fc from "fast-check";
import { expect, test } from "vitest";
import { directionOf, toReadingOrder, toVisual } from "./bidi";

const TEXTS = [
  "שעות הפתיחה הן 9:30 עד 17:00",
  "המשרד בקומה 3, חדר 12",
  "טלפון 02-6431187, שלוחה 5",
  "الرسوم 45.50 يورو في الشهر",
  "رقم الهاتف 030 889 واسم الحارس Ahmed Nur",
  "הקובץ report v2.pdf נמצא בתיקייה",
  "المفتاح (الاحتياطي) عند الباب",
];

test("toReadingOrder() gives back what is shown from right to left", () => {
  for (const text of TEXTS) expect(toReadingOrder(toVisual(text, "rtl"), "rtl")).toBe(text);
});

test("toReadingOrder() keeps the order of a left-to-right line with words from right to left", () => {
  const text = "The sign says שלום רב at the gate";
  expect(directionOf(text)).toBe("ltr");
  expect(toReadingOrder(toVisual(text, "ltr"))).toBe(text);
  expect(toReadingOrder("Only Latin words (and 12)")).toBe("Only Latin words (and 12)");
});

test("toReadingOrder() shows in the same way as what was shown", () => {
  const word = fc.constantFrom("שלום", "ברוך", "gate", "pump", "12", "3.5", "מים");
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const text = words.join(" ");
      const direction = directionOf(text);
      const shown = toVisual(text, direction);
      expect(toVisual(toReadingOrder(shown, direction), direction)).toBe(shown);
    }),
  );
});
