import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { createFakeHub } from "../../engine/llm/testing/fake-hub";
import { createTinyChatModel } from "../../engine/testing/onnx/tiny-chat-model";
import { askInPanel, openPanel } from "../scripts/browser/ask-in-panel";
import { BUILD, expect, saveScreenshot, test } from "./helpers/atlas-test";
import { indexSampleNote } from "./helpers/index-sample-note";
import { serveVendors } from "./helpers/serve-vendors";

const QUESTION = "Where does the heron nest?";
const ANSWER = "The heron nests by the weir [1].";
const WEIGHTS = "onnx/model_quantized.onnx";
const FILES = ["config.json", "generation_config.json", "tokenizer_config.json", "tokenizer.json", WEIGHTS];

const hub = createFakeHub();
const whole = createTinyChatModel({ answer: ANSWER });
hub.publish("SmolLM2-135M-Instruct-q8", whole);
hub.publish("SmolLM2-135M-Instruct-q4", whole);
// At about twenty words a second there is time to press Stop.
hub.publish("SmolLM2-360M-Instruct-q8", createTinyChatModel({ answer: ANSWER, endless: true, work: 30 }));
hub.publish("Qwen2.5-0.5B-Instruct-q8", new Map([...whole].filter(([path]) => path !== WEIGHTS)));

let site: Awaited<ReturnType<typeof serveVendors>>;
test.beforeAll(async () => {
  site = await serveVendors([hub]);
});
test.afterAll(() => site.close());

const modelIn = (options: Page, name: string) =>
  options.getByRole("list", { name: "Models" }).getByRole("listitem").filter({ hasText: name });
const fetchedModels = (options: Page) =>
  options.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("onnx/")));

async function download(options: Page, name: string): Promise<void> {
  await options.getByRole("button", { name: `Download ${name}` }).click();
  await expect(options.getByRole("button", { name: `Ask ${name} first` })).toBeVisible();
}

test("a small model is downloaded, answers, is stopped, and is deleted", async ({ launch, scratch }) => {
  const atlas = await launch({ switches: site.switches });
  await indexSampleNote(atlas, scratch);
  const options = await atlas.open("options.html");
  await expect(modelIn(options, "SmolLM2 135M")).toContainText("without a graphics card: slower");
  await expect(modelIn(options, "SmolLM2 135M")).toContainText("139 MB to download");
  const before = hub.asked.length;
  await download(options, "SmolLM2 135M");
  expect(hub.asked.slice(before)).toEqual(FILES);
  await download(options, "SmolLM2 360M");
  await modelIn(options, "SmolLM2 360M").scrollIntoViewIfNeeded();
  await saveScreenshot(options, "options-small-models");
  await options.getByRole("button", { name: "Ask SmolLM2 135M first" }).click();
  await expect(modelIn(options, "SmolLM2 135M")).toContainText("asked first");

  const fetched = hub.asked.length;
  const panel = await openPanel(atlas);
  await panel.getByRole("textbox").fill(QUESTION);
  await panel.getByRole("textbox").press("Enter");
  const article = panel.getByRole("article");
  const words = article.locator("[aria-live]");
  await expect(words).toContainText("The heron nests by the weir");
  await expect(article).toContainText("SmolLM2 135M, on this computer");
  await expect(panel.getByRole("list", { name: "Citations" })).toContainText("heron");
  await saveScreenshot(panel, "sidepanel-small-model");

  await panel.getByRole("button", { name: "Ask another model" }).click();
  await panel.getByRole("menuitem", { name: /SmolLM2 360M/ }).click();
  await expect(words).toContainText("The heron nests by the weir");
  await panel.getByRole("button", { name: "Stop" }).click();
  await expect(article).toContainText("Stopped.");
  // One model runs at a time: an answer of this one shows that the other one has ended.
  await panel.getByRole("button", { name: "Ask another model" }).click();
  await panel.getByRole("menuitem", { name: /SmolLM2 135M/ }).click();
  await expect(article).toContainText("SmolLM2 135M, on this computer");
  await expect(words).toContainText("The heron nests by the weir");
  expect(hub.asked.length).toBe(fetched);

  expect(await fetchedModels(options)).toHaveLength(2);
  for (const name of ["SmolLM2 135M", "SmolLM2 360M"]) {
    await options.getByRole("button", { name: `Delete ${name}` }).click();
    await expect(options.getByRole("button", { name: `Download ${name}` })).toBeVisible();
  }
  expect(await fetchedModels(options)).toEqual([]);
});

test("a small model also answers with a GPU", async ({ launch, scratch }) => {
  const graphics = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];
  const atlas = await launch({ switches: [...site.switches, ...graphics] });
  await indexSampleNote(atlas, scratch);
  const options = await atlas.open("options.html");
  await expect(modelIn(options, "SmolLM2 135M")).toContainText("on this computer's graphics card");
  await download(options, "SmolLM2 135M");
  const answer = await askInPanel(await openPanel(atlas), QUESTION);
  expect(answer).toMatchObject({ text: ANSWER, model: { name: "SmolLM2 135M" } });
});

test("an interrupted or cancelled download is resumed, and an impossible one shows the reason", async ({
  launch,
}) => {
  const atlas = await launch({ switches: site.switches });
  const options = await atlas.open("options.html");
  hub.failNext(WEIGHTS, "cut");
  const before = hub.asked.length;
  await options.getByRole("button", { name: "Download SmolLM2 135M" }).click();
  await expect(modelIn(options, "SmolLM2 135M")).toContainText("the download broke off; start it again");
  hub.failNext(WEIGHTS, "stall");
  await options.getByRole("button", { name: "Download SmolLM2 135M" }).click();
  await expect(options.getByRole("progressbar", { name: "Downloading SmolLM2 135M" })).toHaveAttribute(
    "aria-valuenow",
    "51",
  );
  await options.getByRole("button", { name: "Cancel the download of SmolLM2 135M" }).click();
  await download(options, "SmolLM2 135M");
  expect(hub.asked.slice(before)).toEqual([...FILES, WEIGHTS, WEIGHTS]);
  await options.getByRole("button", { name: "Download Qwen2.5 0.5B" }).click();
  await expect(modelIn(options, "Qwen2.5 0.5B")).toContainText(
    "a file of it is no longer at huggingface.co; choose another model",
  );
  await options.getByRole("button", { name: "Delete Qwen2.5 0.5B" }).click();
  await expect(modelIn(options, "Qwen2.5 0.5B")).not.toContainText("no longer at huggingface.co");
  expect(await fetchedModels(options)).toEqual(["onnx/SmolLM2-135M-Instruct-q8"]);
});

test("the package contains no URL of remote code, and web pages cannot access its runtime", async ({
  launch,
}) => {
  const scripts = (await readdir(BUILD, { recursive: true })).filter((path) => /\.m?js$/.test(path));
  expect(scripts).toContain("engine/transformers-js.js");
  expect(scripts).toContain("engine/onnx-runtime/ort-wasm-simd-threaded.asyncify.mjs");
  for (const path of scripts) {
    const code = await readFile(join(BUILD, path), "utf8");
    expect(
      code.match(/https?:\/\/[\w.-]*(?:jsdelivr|unpkg|esm\.sh|cdnjs|skypack)[\w.-]*/g) ?? [],
      path,
    ).toEqual([]);
  }
  const atlas = await launch({ switches: site.switches });
  const page = await atlas.context.newPage();
  await page.goto("https://huggingface.co/");
  const reached = await page.evaluate(
    (url) =>
      fetch(url).then(
        () => true,
        () => false,
      ),
    `chrome-extension://${atlas.extensionId}/engine/onnx-runtime/ort-wasm-simd-threaded.asyncify.wasm`,
  );
  expect(reached).toBe(false);
});
