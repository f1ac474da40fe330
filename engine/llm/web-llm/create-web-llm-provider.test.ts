import { expect, test } from "vitest";
import type { PackagedModel } from "../../ports/web-llm";
import { testLanguageModel } from "../../testing/suites/test-language-model";
import { createFakeWebLlm } from "../testing/fake-model-worker";
import { workerFixture } from "../testing/worker-fixture";
import { createWebLlmProvider } from "./create-web-llm-provider";

const HALF = "web-llm/Small-1B-Instruct-q4f16_1-MLC";
const FULL = "web-llm/Small-1B-Instruct-q4f32_1-MLC";
const { signal } = new AbortController();

testLanguageModel("WebLLM", () => {
  const fake = createFakeWebLlm();
  return workerFixture(fake, createWebLlmProvider(fake), HALF);
});

function createFixture(change: Partial<PackagedModel> = {}) {
  const fake = createFakeWebLlm(change);
  const provider = createWebLlmProvider(fake);
  const list = () => provider.listModels(signal);
  const download = (stop = signal) => provider.download?.(HALF, () => {}, stop);
  return { fake, provider, list, download };
}

test("the model for the adapter is listed with its display name, to be downloaded", async () => {
  const { fake, list } = createFixture();
  expect(await list()).toMatchObject([
    { id: HALF, name: "Small 1B", state: "downloadable", locality: "device", memoryBytes: 1_000_000_000 },
  ]);
  fake.setGpu({ kind: "adapter", halfFloats: false });
  expect((await list()).map(({ id }) => id)).toEqual([FULL]);
});

test.each([
  ["no WebGPU", { gpu: { kind: "none" } }, /no WebGPU/],
  ["no adapter", { gpu: { kind: "no-adapter" } }, /hardware acceleration/],
  ["no library in the package", { model: { hasLibrary: false } }, /packaged without the code/],
] as const)(
  "with %s a model is unavailable, with the reason, and cannot be downloaded",
  async (_what, change, reason) => {
    const { fake, list, download } = createFixture("model" in change ? change.model : {});
    if ("gpu" in change) fake.setGpu(change.gpu);
    const [model] = await list();
    expect(model).toMatchObject({ state: "unavailable", reason: expect.stringMatching(reason) });
    await expect(download()).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringMatching(reason),
    });
    expect(fake.asked).toEqual([]);
  },
);

test("a downloaded model is ready, and downloadable again after its removal", async () => {
  const { provider, list, download } = createFixture();
  await download();
  expect((await list())[0]?.state).toBe("ready");
  await provider.remove?.(HALF);
  expect((await list())[0]?.state).toBe("downloadable");
});

test("a download without enough space does not begin", async () => {
  const { fake, download } = createFixture();
  fake.setFreeBytes(1_100_000_000);
  await expect(download()).rejects.toMatchObject({ code: "quota" });
  expect(fake.asked).toEqual([]);
});

test("an interrupted download keeps its data and resumes", async () => {
  const { fake, list, download } = createFixture();
  fake.failDownloads("network");
  await expect(download()).rejects.toMatchObject({
    message: expect.stringContaining("goes on where it stopped"),
  });
  await download();
  expect(fake.asked.filter((asked) => asked.startsWith("remove"))).toEqual([]);
  expect((await list())[0]?.state).toBe("ready");
});

test("a damaged download is removed and repeated once", async () => {
  const { fake, list, download } = createFixture();
  fake.failDownloads("broken");
  await download();
  expect(fake.asked.map((asked) => asked.split(" ")[0])).toEqual(["download", "remove", "download"]);
  expect((await list())[0]?.state).toBe("ready");
});

test("a download that is damaged twice reports that", async () => {
  const { fake, download } = createFixture();
  fake.failDownloads("broken", "broken");
  await expect(download()).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringContaining("damaged"),
  });
  expect(fake.asked).toHaveLength(3);
});

test("a cancelled download rejects with the abort and is not repeated", async () => {
  const { fake, download } = createFixture();
  const stop = new AbortController();
  const downloading = download(stop.signal);
  stop.abort();
  await expect(downloading).rejects.toMatchObject({ name: "AbortError" });
  expect(fake.asked).toHaveLength(1);
});
