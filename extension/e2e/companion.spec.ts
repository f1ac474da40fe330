import { type FakeVendor, startFakeVendor } from "../../companion-server/testing/fake-vendor";
import { type CompanionProcess, startProcess } from "../../companion-server/testing/start-process";
import { askInPanel, openPanel } from "../scripts/browser/ask-in-panel";
import { callAtlas, callAtlasEngine } from "../scripts/browser/call-atlas";
import { expect, saveScreenshot, test } from "./helpers/atlas-test";
import { indexSampleNote } from "./helpers/index-sample-note";

const TOKEN = "pairing-token-of-this-test";
const KEY = "sk-ant-of-this-test";
const MODEL = "claude-sonnet-4-5";

let vendor: FakeVendor;
let companion: CompanionProcess;
test.beforeEach(async () => {
  vendor = await startFakeVendor("anthropic", {
    models: [{ name: MODEL, contextTokens: 200_000 }],
    key: KEY,
  });
  companion = startProcess({
    ATLAS_COMPANION_TOKEN: TOKEN,
    ANTHROPIC_API_KEY: KEY,
    ANTHROPIC_BASE_URL: vendor.url,
  });
});
test.afterEach(async () => {
  await companion.stop();
  await vendor.close();
});

test("no window keeps waiting for an answer in a deleted chat", async ({ launch, grantedBuild, scratch }) => {
  const atlas = await launch({ extension: grantedBuild });
  await indexSampleNote(atlas, scratch);
  const options = atlas.context.pages().find((page) => page.url().includes("options.html"))!;
  await callAtlas(options, "companion-set", { baseUrl: await companion.url(), token: TOKEN });
  const settings = await callAtlas(options, "model-settings-get", {});
  await callAtlas(options, "model-settings-set", { ...settings, policy: "cloud" });
  await callAtlasEngine(options, "model-list", { fresh: true });
  vendor.play({ steps: [{ text: "The heron nests " }, { until: new Promise(() => {}) }] });
  const first = await openPanel(atlas);
  await first.getByRole("textbox").fill("Where do all herons nest?");
  await first.getByRole("textbox").press("Enter");
  await expect(first.getByRole("article")).toContainText("The heron nests");
  const second = await openPanel(atlas);
  await expect(second.getByRole("article")).toContainText("The heron nests");

  const [chat] = await callAtlasEngine(options, "chat-list", { words: "" });
  await callAtlasEngine(options, "chat-delete", { chatIds: [chat!.id] });
  for (const panel of [first, second]) {
    await expect(panel.getByRole("button", { name: "Stop" })).toHaveCount(0);
    await expect(panel.getByText("Stopped.")).toBeVisible();
  }
  await expect.poll(() => vendor.openChats()).toBe(0);
});

test("the companion is paired in the settings, answers with a vendor's model, and shows how to start it when it is down", async ({
  launch,
  grantedBuild,
  scratch,
}) => {
  const url = await companion.url();
  const vendorHost = new URL(vendor.url).host;
  const atlas = await launch({ extension: grantedBuild });
  await indexSampleNote(atlas, scratch);
  const options = atlas.context.pages().find((page) => page.url().includes("options.html"))!;
  await options.getByRole("button", { name: "Add the companion" }).click();
  const dialog = options.getByRole("dialog", { name: "Add the companion" });
  await dialog.getByLabel("Address").fill(`${url}/v1/`);
  await dialog.getByLabel("Pairing token").fill(TOKEN);
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(options.getByText("Running, with 1 model")).toBeVisible();
  await expect(options.getByRole("list", { name: "Models" })).toContainText(`anthropic/${MODEL}`);
  await expect(options.getByRole("list", { name: "Models" })).toContainText(vendorHost);
  await expect(options.getByRole("button", { name: "Paired", exact: true })).toBeVisible();
  await expect(options.getByRole("button", { name: "Add the companion" })).toHaveCount(0);
  const settings = await callAtlas(options, "model-settings-get", {});
  expect(settings.servers).toEqual([{ id: "companion", name: "Companion", baseUrl: url, kind: "companion" }]);
  expect(JSON.stringify(settings)).not.toContain(TOKEN);
  await options.getByRole("heading", { name: "Model servers" }).scrollIntoViewIfNeeded();
  await saveScreenshot(options, "options-companion");

  // The companion runs on this computer, but nothing is sent before the person allows a cloud.
  vendor.play({ steps: [{ text: "The heron nests " }, { text: "by the weir [1]." }] });
  const panel = await openPanel(atlas);
  expect((await askInPanel(panel, "Where does the heron nest?")).model).toBeUndefined();
  expect(vendor.chats).toHaveLength(0);

  await callAtlas(options, "model-settings-set", { ...settings, policy: "cloud" });
  await callAtlasEngine(options, "model-list", { fresh: true });
  const answer = await askInPanel(panel, "Where do herons nest by the water?");
  expect(answer.model).toMatchObject({ name: `anthropic/${MODEL}` });
  expect(answer.text).toContain("by the weir");
  expect(answer.citations).toHaveLength(1);
  expect(vendor.chats).toHaveLength(1);
  const [entry] = await callAtlasEngine(options, "egress-list", { offset: 0, limit: 10 });
  expect(entry).toMatchObject({
    host: `${vendorHost}, through ${new URL(url).host}`,
    outcome: "answered",
    sources: ["notes"],
  });
  expect(entry?.cost).toBeGreaterThan(0);
  await saveScreenshot(panel, "answer-companion");

  await companion.stop();
  const without = await askInPanel(panel, "At which place does the heron nest?");
  expect(without).toMatchObject({
    found: true,
    text: expect.stringContaining("by the weir"),
    notes: [{ kind: "no-model", code: "unavailable" }],
  });
  await expect(panel.getByText(/start it with npm run companion/).first()).toBeVisible();
  await saveScreenshot(panel, "answer-companion-away");
  await options.getByRole("button", { name: "Look again" }).click();
  await expect(options.getByText(/does not run.*npm run companion/).first()).toBeVisible();
  await saveScreenshot(options, "options-companion-away");

  await options.getByRole("button", { name: "Remove Companion" }).click();
  await expect(options.getByRole("button", { name: "Add the companion" })).toBeVisible();
  expect(await callAtlas(options, "model-key-list", {})).toEqual([]);
});
