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

test("yieldToQueries() passes at once while nobody asks", async () => {
  const { begin: beginPause, passed } = createFixture();
  beginPause();
  await settle();
  expect(passed()).toBe(true);
});

test("yieldToQueries() stands still until the last of the questions has ended", async () => {
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

test("yieldToQueries() gives way again to a question that comes before it went on", async () => {
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
