import { expect, test } from "vitest";
import { testLanguageModel } from "../../testing/suites/test-language-model";
import { createFakeTransformersJs } from "../testing/fake-model-worker";
import { workerFixture } from "../testing/worker-fixture";
import { createTransformersJsProvider } from "./create-transformers-js-provider";

const EIGHT = "transformers-js/Tiny-q8";
const PLAIN = "transformers-js/Tiny-q4";
const HALF = "transformers-js/Tiny-q4f16";
const { signal } = new AbortController();

testLanguageModel("Transformers.js", () => {
  const fake = createFakeTransformersJs();
  return workerFixture(fake, createTransformersJsProvider(fake), HALF);
});

function createFixture() {
  const fake = createFakeTransformersJs();
  const provider = createTransformersJsProvider(fake);
  const list = () => provider.listModels(signal);
  const download = (modelId = PLAIN) => provider.download?.(modelId, () => {}, signal);
  return { fake, provider, list, download };
}

test.each([
  [{ kind: "none" }, EIGHT, "processor"],
  [{ kind: "no-adapter" }, EIGHT, "processor"],
  [{ kind: "adapter", halfFloats: false }, PLAIN, "graphics"],
  [{ kind: "adapter", halfFloats: true }, HALF, "graphics"],
] as const)(
  "where the graphics are %o, one model is listed, and what it would run on",
  async (gpu, id, hardware) => {
    const { fake, list } = createFixture();
    fake.setGpu(gpu);
    expect(await list()).toMatchObject([
      { id, name: "Tiny", state: "downloadable", hardware, downloadBytes: 600_000_000 },
    ]);
  },
);

test("a model that was downloaded for another adapter stays in the list until it is removed", async () => {
  const { fake, provider, list, download } = createFixture();
  await download(HALF);
  fake.setGpu({ kind: "none" });
  expect(await list()).toMatchObject([
    { id: EIGHT, state: "downloadable" },
    { id: HALF, state: "unavailable", reason: expect.stringContaining("WebGPU") },
  ]);
  await provider.remove?.(HALF);
  expect((await list()).map(({ id }) => id)).toEqual([EIGHT]);
});

test("a download needs space for its files, not for the memory of an answer", async () => {
  const { fake, download } = createFixture();
  fake.setFreeBytes(1_000_000_000);
  await expect(download()).rejects.toMatchObject({ code: "quota" });
  fake.setFreeBytes(1_200_000_000);
  await download();
  expect(fake.asked).toEqual(["download Tiny-q4"]);
});

test("a missing file is reported, without a retry", async () => {
  const { fake, download } = createFixture();
  fake.failDownloads("missing");
  await expect(download()).rejects.toMatchObject({
    code: "unavailable",
    message: "Cannot use Tiny: a file of it is no longer at huggingface.co; choose another model",
  });
  expect(fake.asked).toHaveLength(1);
});
