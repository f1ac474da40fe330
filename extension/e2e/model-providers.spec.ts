import {
  createFakeModelServer,
  type FakeModelServerOptions,
} from "../../engine/llm/testing/fake-model-server";
import { type RunningModelServer, serveModels } from "../../engine/llm/testing/serve-models";
import type { ServerKindName } from "../../engine/llm/testing/server-kinds";
import type { ModelSettings } from "../../engine/model/model-settings";
import { callAtlas, callAtlasEngine } from "../scripts/browser/call-atlas";
import { expect, test } from "./helpers/atlas-test";

const SETTINGS: ModelSettings = { policy: "device", servers: [], race: false };

const sites: RunningModelServer[] = [];
test.afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
});

async function serve(kind: ServerKindName, options: FakeModelServerOptions) {
  const fake = createFakeModelServer(kind, options);
  const site = await serveModels(fake);
  sites.push(site);
  const servers = [{ id: "mine", name: "My server", baseUrl: site.origin }];
  return { fake, settings: { ...SETTINGS, servers } };
}

test("Ollama rejects the extension until it is configured, and Atlas names the setting", async ({
  launch,
  grantedBuild,
}) => {
  const atlas = await launch({ extension: grantedBuild });
  const page = await atlas.open("options.html");
  const refusing = await serve("ollama", { allowedOrigins: [] });
  await callAtlas(page, "model-settings-set", refusing.settings);
  const list = async () => {
    const { models } = await callAtlasEngine(page, "model-list", { fresh: true });
    return models.filter(({ providerId }) => providerId === "mine");
  };
  // A server that does not respond within seconds counts as unavailable until the next refresh.
  await expect
    .poll(list)
    .toMatchObject([
      { id: "mine/small-chat", state: "unavailable", reason: expect.stringContaining("OLLAMA_ORIGINS") },
    ]);
  const willing = await serve("ollama", { allowedOrigins: [`chrome-extension://${atlas.extensionId}`] });
  await callAtlas(page, "model-settings-set", willing.settings);
  await expect
    .poll(list)
    .toMatchObject([{ id: "mine/small-chat", state: "ready", locality: "device", contextTokens: 4_096 }]);
});

test("a server's key is stored in the vault, sent to the server, and deleted when its address changes", async ({
  launch,
  grantedBuild,
}) => {
  const key = "sk-test-0123456789";
  const atlas = await launch({ extension: grantedBuild });
  const page = await atlas.open("options.html");
  const { settings } = await serve("vllm", { key });
  await callAtlas(page, "model-settings-set", settings);
  const first = async () => {
    const { models } = await callAtlasEngine(page, "model-list", { fresh: true });
    return models.find(({ providerId }) => providerId === "mine");
  };
  await expect.poll(first).toMatchObject({ state: "unavailable", reason: expect.stringContaining("key") });
  await callAtlas(page, "model-key-set", { serverId: "mine", key });
  await expect.poll(first).toMatchObject({ state: "ready" });
  expect(await callAtlas(page, "model-key-list", {})).toEqual(["mine"]);
  const elsewhere = await serve("vllm", { key });
  await callAtlas(page, "model-settings-set", elsewhere.settings);
  expect(await callAtlas(page, "model-key-list", {})).toEqual([]);
});

test("in-browser models show what they lack", async ({ launch }) => {
  const atlas = await launch();
  const page = await atlas.open("options.html");
  const { models } = await callAtlasEngine(page, "model-list", {});
  const builtIn = models.find(({ id }) => id === "chrome/built-in");
  expect(builtIn?.state).toBe("unavailable");
  expect(builtIn?.reason).toBeTruthy();
  const own = models.filter(({ providerId }) => providerId === "web-llm");
  expect(own.length).toBeGreaterThan(5);
  for (const { state, reason, memoryBytes } of own) {
    expect(state).toBe("unavailable");
    expect(reason).toMatch(/WebGPU|16-bit|packaged without/);
    expect(memoryBytes).toBeGreaterThan(0);
  }
});

test("with a GPU its models are listed, and a failed download shows the reason", async ({ launch }) => {
  const atlas = await launch({ switches: ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"] });
  const page = await atlas.open("options.html");
  const own = async () => {
    const { models } = await callAtlasEngine(page, "model-list", { fresh: true });
    return models.filter(({ providerId }) => providerId === "web-llm");
  };
  const [model] = await own();
  // SwiftShader has no 16-bit floats.
  expect(model?.id).toContain("f32");
  expect(model?.reason).toContain("packaged without the code");
  await callAtlasEngine(page, "model-download", { modelId: model?.id ?? "" });
  await expect.poll(async () => (await own())[0]?.problem).toContain("packaged without the code");
});
