import { createFakeModelServer } from "../../engine/llm/testing/fake-model-server";
import { type RunningModelServer, serveModels } from "../../engine/llm/testing/serve-models";
import { openPanel } from "../scripts/browser/ask-in-panel";
import { callAtlas } from "../scripts/browser/call-atlas";
import { expect, saveScreenshot, test } from "./helpers/atlas-test";
import { indexSampleNote } from "./helpers/index-sample-note";

const QUESTION = "Where does the heron nest?";
const model = createFakeModelServer("vllm", {
  models: [{ name: "small-chat", contextTokens: 32_768 }],
  key: "sk-heron",
});
let site: RunningModelServer;
test.beforeAll(async () => {
  site = await serveModels(model);
});
test.afterAll(() => site.close());

test("a model's answer continues after the panel was closed, and ends at once when it is stopped", async ({
  launch,
  grantedBuild,
  scratch,
}) => {
  const atlas = await launch({ extension: grantedBuild });
  await indexSampleNote(atlas, scratch);
  const options = atlas.context.pages().find((page) => page.url().includes("options.html"))!;
  await options.getByRole("button", { name: "Add a server" }).click();
  const dialog = options.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Address" }).fill(site.origin);
  await dialog.getByLabel("Name (optional)").fill("Pond");
  await dialog.getByLabel(/^Key/).fill("sk-heron");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(options.getByRole("list", { name: "Models" })).toContainText("small-chat");
  expect(JSON.stringify(await callAtlas(options, "model-settings-get", {}))).not.toContain("sk-heron");
  await expect(options.getByRole("button", { name: "Key stored" })).toBeVisible();
  await options.getByRole("heading", { name: "Language models" }).scrollIntoViewIfNeeded();
  await saveScreenshot(options, "options-models");

  let resume = () => {};
  const held = new Promise<void>((resolve) => {
    resume = resolve;
  });
  const first = "The heron nests by the weir [1]. ";
  model.setScript({
    steps: [{ text: first }, { until: held }, { text: "It lays its eggs in April [1]." }],
  });
  const closing = await openPanel(atlas);
  await closing.getByRole("textbox").fill(QUESTION);
  await closing.getByRole("textbox").press("Enter");
  await expect(closing.getByRole("article").locator("[aria-live]")).toContainText("The heron nests");
  await closing.close();
  expect(model.openChats()).toBe(1);

  const panel = await openPanel(atlas);
  const article = panel.getByRole("article");
  // The text of the answer, without the cited passages.
  const words = article.locator("[aria-live]");
  await expect(words).toContainText("The heron nests by the weir");
  await expect(words).not.toContainText("It lays its eggs in April.");
  resume();
  await expect(words).toContainText("It lays its eggs in April");
  await expect(article).toContainText("small-chat, on this computer");
  await expect(panel.getByRole("list", { name: "Citations" })).toContainText("heron");
  await saveScreenshot(panel, "sidepanel-model");

  model.setScript({ steps: [{ text: first }, { until: new Promise(() => {}) }] });
  await panel.getByRole("button", { name: "Ask another model" }).click();
  await panel.getByRole("menuitem", { name: /small-chat/ }).click();
  await expect.poll(() => model.openChats()).toBe(1);
  await panel.getByRole("button", { name: "Stop" }).click();
  await expect(article).toContainText("Stopped.");
  await expect.poll(() => model.openChats()).toBe(0);
});
