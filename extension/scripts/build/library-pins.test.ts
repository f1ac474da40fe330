import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fetchLibraries, computePins, verifiedLibraries } from "./library-pins";
import { toLibraryFileName, listOfferedModels, toPackagedModel } from "./list-offered-models";

/** FIPS 180-2's digest of "abc". */
const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const LIBRARY = { file: "a.wasm", url: "https://example.com/a.wasm" };

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "atlas-libraries-"));
});
afterEach(() => rm(folder, { recursive: true }));

const serve =
  (body: string, status = 200) =>
  async () =>
    new Response(body, { status });

test("fetchLibraries() keeps what has the pinned checksum, and fetches it once", async () => {
  const options = { folder, pins: { "a.wasm": ABC } };
  await fetchLibraries([LIBRARY], { ...options, fetch: serve("abc") });
  expect(await readFile(join(folder, "a.wasm"), "utf8")).toBe("abc");
  await fetchLibraries([LIBRARY], { ...options, fetch: () => Promise.reject(new Error("Asked again")) });
});

test.each([
  ["another checksum", { "a.wasm": ABC }, serve("abd"), "is not the pinned one"],
  ["no pin", {}, serve("abc"), "no checksum is pinned"],
  ["a refusal", { "a.wasm": ABC }, serve("", 404), "status is 404"],
])("fetchLibraries() keeps nothing with %s", async (_what, pins, fetch, message) => {
  await expect(fetchLibraries([LIBRARY], { folder, pins, fetch })).rejects.toThrow(message);
  expect(await readdir(folder)).toEqual([]);
});

test("verifiedLibraries() leaves out what was changed or is missing", async () => {
  await writeFile(join(folder, "a.wasm"), "abc");
  await writeFile(join(folder, "b.wasm"), "changed");
  const pins = { "a.wasm": ABC, "b.wasm": ABC, "c.wasm": ABC };
  expect([...(await verifiedLibraries(folder, pins))]).toEqual(["a.wasm"]);
});

test("computePins() writes down what the addresses give", async () => {
  expect(await computePins([LIBRARY], serve("abc"))).toEqual({ "a.wasm": ABC });
});

test("every offered model is in WebLLM's list, with memory and limit, for both kinds of adapters", () => {
  const models = listOfferedModels().map((record) => toPackagedModel(record, new Set()));
  expect(models.length).toBeGreaterThan(10);
  for (const { memoryBytes, contextTokens } of models) {
    expect(memoryBytes).toBeGreaterThan(300_000_000);
    expect(contextTokens).toBe(4_096);
  }
  expect(models.filter(({ needsHalfFloats }) => needsHalfFloats)).toHaveLength(models.length / 2);
});

test("a model has its library only where that was packaged", () => {
  const [record] = listOfferedModels();
  if (!record) throw new RangeError("No model is offered");
  expect(toPackagedModel(record, new Set()).hasLibrary).toBe(false);
  expect(toPackagedModel(record, new Set([toLibraryFileName(record)])).hasLibrary).toBe(true);
});
