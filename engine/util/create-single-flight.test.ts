import { expect, test } from "vitest";
import { createSingleFlight } from "./create-single-flight";

interface Run {
  resolve(value: string): void;
  reject(reason: unknown): void;
}

/** Work that records its runs, which end on demand. */
function createWork() {
  const runs: Run[] = [];
  const work = () => new Promise<string>((resolve, reject) => runs.push({ resolve, reject }));
  return { runs, work };
}

test("singleFlight() runs the work once for simultaneous callers", async () => {
  const singleFlight = createSingleFlight<string>();
  const { runs, work } = createWork();
  const asked = Array.from({ length: 10 }, () => singleFlight("a", work));
  await Promise.resolve();
  runs[0]?.resolve("done");
  expect(await Promise.all(asked)).toEqual(Array.from({ length: 10 }, () => "done"));
  expect(runs).toHaveLength(1);
});

test("singleFlight() runs the work again after its end, successful or not", async () => {
  const singleFlight = createSingleFlight<string>();
  const outcomes = [
    Promise.reject(new Error("Refused")),
    Promise.resolve("second"),
    Promise.resolve("third"),
  ];
  const work = () => outcomes.shift() ?? Promise.reject(new RangeError("Ran too often"));
  await expect(singleFlight("a", work)).rejects.toThrow("Refused");
  expect(await singleFlight("a", work)).toBe("second");
  expect(await singleFlight("a", work)).toBe("third");
});

test("singleFlight() passes a failure to every caller that waited", async () => {
  const singleFlight = createSingleFlight<string>();
  const { runs, work } = createWork();
  const asked = [singleFlight("a", work), singleFlight("a", work)];
  await Promise.resolve();
  runs[0]?.reject(new Error("Refused"));
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes).toMatchObject([{ reason: { message: "Refused" } }, { reason: { message: "Refused" } }]);
  expect(runs).toHaveLength(1);
});

test("singleFlight() keeps different keys apart", async () => {
  const singleFlight = createSingleFlight<string>();
  const { runs, work } = createWork();
  const asked = [singleFlight("a", work), singleFlight("b", work)];
  await Promise.resolve();
  runs[1]?.resolve("b");
  runs[0]?.resolve("a");
  expect(await Promise.all(asked)).toEqual(["a", "b"]);
});

test("singleFlight() turns work that throws synchronously into a rejection and forgets it", async () => {
  const singleFlight = createSingleFlight<string>();
  const thrown = singleFlight("a", () => {
    throw new TypeError("Wrong");
  });
  await expect(thrown).rejects.toThrow("Wrong");
  expect(await singleFlight("a", async () => "right")).toBe("right");
});
