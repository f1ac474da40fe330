import { expect, test } from "vitest";
import { createDrainer } from "./drainer";

const settle = () => new Promise((resolve) => setTimeout(resolve));

test("createDrainer() folds all pokes during a run into one more run", async () => {
  const runs: (() => void)[] = [];
  const drainer = createDrainer(() => new Promise((resolve) => runs.push(resolve)));
  drainer.schedule();
  drainer.schedule();
  drainer.schedule();
  runs[0]?.();
  await settle();
  expect(runs).toHaveLength(2);
  runs[1]?.();
  await settle();
  expect(runs).toHaveLength(2);
});

test("createDrainer() tries again later after a drain that rejects", async () => {
  const retries: (() => void)[] = [];
  let calls = 0;
  const drainer = createDrainer(
    async () => {
      calls++;
      if (calls === 1) throw new Error("disk full");
    },
    { later: (run) => retries.push(run) },
  );
  drainer.schedule();
  await settle();
  expect(calls).toBe(1);
  retries[0]?.();
  await settle();
  expect(calls).toBe(2);
  expect(retries).toHaveLength(1);
});
