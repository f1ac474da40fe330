import { expect, test } from "vitest";
import { measureRefusal } from "./measure-refusal";

test("measureRefusal() is 1 where evidence separates found from missing, 0.5 where it does not", () => {
  expect(measureRefusal([0.9, 0.8], [0.1, 0.2])).toMatchObject({ auc: 1, refusedAt: { "0.95": 1 } });
  expect(measureRefusal([0.5, 0.5], [0.5]).auc).toBe(0.5);
  expect(measureRefusal([], []).auc).toBe(0);
});

test("measureRefusal() is the share refused at the threshold that answers a given share", () => {
  const found = Array.from({ length: 20 }, (_, at) => at / 20);
  // 0.7 of 20 are the fourteen best, from 0.3 on; of those without references, 0.1 and 0.2 are below.
  expect(measureRefusal(found, [0.1, 0.2, 0.3, 0.9]).refusedAt["0.70"]).toBe(0.5);
});
