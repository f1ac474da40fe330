import { expect, test } from "vitest";
import type { AnswerabilityExample } from "./collect-set-examples";
import { drawReliability } from "./draw-reliability";
import { fitLogistic, predict } from "./fit-logistic";

/** The first feature decides, the second is noise. */
const examples = Array.from({ length: 200 }, (_, at): AnswerabilityExample => {
  const answers = at % 2 === 0;
  return { features: [answers ? 0.9 : 0.2 + (at % 10) / 50, (at * 7) % 3], answers, isAnswerable: answers };
});

test("fitLogistic() learns the feature that decides", () => {
  const model = fitLogistic([examples], [1, 0]);
  expect(predict(model, [0.9, 1])).toBeGreaterThan(0.9);
  expect(predict(model, [0.2, 1])).toBeLessThan(0.1);
  expect(Math.abs(model.weights[1]!)).toBeLessThan(Math.abs(model.weights[0]!) / 5);
});

test("fitLogistic() keeps a weight to its meaning", () => {
  expect(fitLogistic([examples], [-1, 0]).weights[0]).toBeCloseTo(0);
});

test("drawReliability() draws a point for each share of the probabilities", () => {
  const svg = drawReliability(examples, fitLogistic([examples], [1, 0]));
  expect(svg).toMatch(/^<svg /);
  expect(svg.match(/<circle/g)!.length).toBeGreaterThanOrEqual(2);
});
