import { expect, test } from "vitest";
import { createQueryPriority } from "./query-priority";

const settle = () => new Promise((resolve) => setTimeout(resolve));

function createFixture() {
  const priority = createQueryPriority(async () => {});
  let passed = false;
  const beginPause = () =>
    void priority.yieldToQueries().then(() => {
      passed = true;
    });
  return { way: priority, begin: beginPause, passed: () => passed };
}

test("yieldToQueries() resolves at once without queries", async () => {
  const { begin: beginPause, passed } = createFixture();
  beginPause();
  await settle();
  expect(passed()).toBe(true);
});

test("yieldToQueries() waits until the last query has ended", async () => {
  const { way: priority, begin: beginPause, passed } = createFixture();
  const endFirst = priority.startQuery();
  const endSecond = priority.startQuery();
  beginPause();
  endFirst();
  endFirst();
  await settle();
  expect(passed()).toBe(false);
  endSecond();
  await settle();
  expect(passed()).toBe(true);
});

test("yieldToQueries() waits again for a query that starts before it resumed", async () => {
  const { way: priority, begin: beginPause, passed } = createFixture();
  const endQuery = priority.startQuery();
  beginPause();
  await settle();
  endQuery();
  const endNext = priority.startQuery();
  await settle();
  expect(passed()).toBe(false);
  endNext();
  await settle();
  expect(passed()).toBe(true);
});
