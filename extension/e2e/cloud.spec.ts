import { createFakeModelServer } from "../../engine/llm/testing/fake-model-server";
import type { ModelSettings } from "../../engine/model/model-settings";
import { askInPanel, openPanel } from "../scripts/browser/ask-in-panel";
import { callAtlas, callAtlasEngine } from "../scripts/browser/call-atlas";
import { expect, saveScreenshot, test } from "./helpers/atlas-test";
import { indexSampleNote } from "./helpers/index-sample-note";
import { serveVendors } from "./helpers/serve-vendors";

const QUESTION = "Where does the heron nest?";

test("a cloud model is called only with consent and within the budget, and each request is logged", async ({
  launch,
  grantedBuild,
  scratch,
}) => {
  const cloud = createFakeModelServer("vllm", { models: [{ name: "big-chat", contextTokens: 32_768 }] });
  cloud.setScript({ steps: [{ text: "The heron nests by the weir [1]." }] });
  const site = await serveVendors([{ hosts: ["models.pond.test"], handle: cloud.handle }]);
  try {
    const atlas = await launch({ extension: grantedBuild, switches: site.switches });
    await indexSampleNote(atlas, scratch);
    const options = await atlas.open("options.html");
    const allow = (settings: Partial<ModelSettings>) =>
      callAtlas(options, "model-settings-set", {
        policy: "cloud",
        servers: [{ id: "pond", name: "Pond", baseUrl: "https://models.pond.test/v1" }],
        race: false,
        ...settings,
      });
    await allow({ policy: "device" });
    const panel = await openPanel(atlas);
    const refused = await askInPanel(panel, QUESTION);
    expect(refused).toMatchObject({ found: true, text: expect.stringContaining("nests by the weir") });
    expect(refused.model).toBeUndefined();
    expect(cloud.chats).toHaveLength(0);

    await allow({});
    await callAtlasEngine(options, "model-list", { fresh: true });
    const allowed = await askInPanel(panel, "Where do herons nest by the water?");
    expect(allowed.model).toMatchObject({ name: "big-chat" });
    expect(cloud.chats).toHaveLength(1);
    const [entry] = await callAtlasEngine(options, "egress-list", { offset: 0, limit: 10 });
    expect(entry).toMatchObject({ host: "models.pond.test", outcome: "answered", sources: ["notes"] });
    await saveScreenshot(panel, "answer-cloud");

    await allow({ dailyBudget: entry?.cost ?? 0 });
    const beyond = await askInPanel(panel, "At which place does the heron nest?");
    expect(beyond).toMatchObject({ found: true, notes: [{ kind: "no-model", code: "budget" }] });
    expect(cloud.chats).toHaveLength(1);
    await saveScreenshot(panel, "answer-beyond-budget");
  } finally {
    await site.close();
  }
});

test("a budget is applied when Enter is pressed", async ({ launch }) => {
  const atlas = await launch();
  const options = await atlas.open("options.html");
  await options.getByLabel("Spend at most a day").fill("0.5");
  await options.keyboard.press("Enter");
  await expect.poll(() => callAtlas(options, "model-settings-get", {})).toMatchObject({ dailyBudget: 0.5 });
});
