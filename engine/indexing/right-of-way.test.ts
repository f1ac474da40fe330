import { expect, test } from "vitest";
import { createRightOfWay } from "./right-of-way";

const settle = () => new Promise((resolve) => setTimeout(resolve));

function setUp() {
  const way = createRightOfWay(async () => {});
  let passed = false;
  const begin = () =>
    void way.pause().then(() => {
      passed = true;
    });
  return { way, begin, passed: () => passed };
}

test("pause() passes at once while nobody asks", async () => {
  const { begin, passed } = setUp();
  begin();
  await settle();
  expect(passed()).toBe(true);
});

test("pause() stands still until the last of the questions has ended", async () => {
  const { way, begin, passed } = setUp();
  const leaveFirst = way.enter();
  const leaveSecond = way.enter();
  begin();
  leaveFirst();
  leaveFirst();
  await settle();
  expect(passed()).toBe(false);
  leaveSecond();
  await settle();
  expect(passed()).toBe(true);
});

test("pause() gives way again to a question that comes before it went on", async () => {
  const { way, begin, passed } = setUp();
  const leave = way.enter();
  begin();
  await settle();
  leave();
  const leaveNext = way.enter();
  await settle();
  expect(passed()).toBe(false);
  leaveNext();
  await settle();
  expect(passed()).toBe(true);
});
