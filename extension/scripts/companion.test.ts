import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FakeVendor, startFakeVendor } from "../../companion-server/testing/fake-vendor";
import { type CompanionProcess, startProcess } from "../../companion-server/testing/start-process";
import { createOpenAICompatibleProvider } from "../../engine/llm/openai-compatible/create-openai-compatible-provider";
import { readModelStream } from "../../engine/llm/stream/read-model-stream";
import { lazyProvider } from "../../engine/llm/testing/lazy-provider";
import type { ModelServer } from "../../engine/model/model-settings";
import { testLanguageModel } from "../../engine/testing/suites/test-language-model";

/** The engine's provider, the real companion, and vendors faked on the wire: everything but the vendors is real. */
const TOKEN = "pairing-token-of-this-test";
const KEY = "sk-of-the-vendor-0123456789";
const KINDS = [
  { name: "anthropic", model: "claude-sonnet-4-5", price: { input: 3, output: 15 } },
  { name: "openai", model: "gpt-4-turbo", price: { input: 30, output: 180 } },
] as const;

const vendors = new Map<string, FakeVendor>();
let companion: CompanionProcess;
let baseUrl: string;
let wrongToken: string | undefined;

beforeAll(async () => {
  const env: Record<string, string> = {
    ATLAS_COMPANION_TOKEN: TOKEN,
    // The suite asks faster than a person.
    ATLAS_COMPANION_REQUESTS_PER_MINUTE: "100000",
  };
  for (const { name, model } of KINDS) {
    // What OpenAI's list does not say the companion knows of the family.
    const contextTokens = name === "openai" ? 128_000 : 4_096;
    const vendor = await startFakeVendor(name, { models: [{ name: model, contextTokens }], key: KEY });
    vendors.set(name, vendor);
    env[`${name.toUpperCase()}_API_KEY`] = KEY;
    env[`${name.toUpperCase()}_BASE_URL`] = vendor.url;
  }
  companion = startProcess(env);
  baseUrl = await companion.url();
});
afterAll(async () => {
  await companion.stop();
  for (const vendor of vendors.values()) await vendor.close();
});

function createProvider() {
  const server: ModelServer = { id: "companion", name: "Companion", baseUrl, kind: "companion" };
  return createOpenAICompatibleProvider({ server, fetch, apiKey: async () => wrongToken ?? TOKEN });
}

const { signal } = new AbortController();
const hostOf = (name: string) => new URL(vendors.get(name)?.url ?? "").host;

for (const { name, model } of KINDS) {
  testLanguageModel(`${name} by way of the companion`, () => ({
    provider: lazyProvider({ id: "companion", name: "Companion" }, createProvider),
    modelId: `companion/${name}/${model}`,
    contextTokens: name === "openai" ? 128_000 : 4_096,
    setScript: (script) => vendors.get(name)?.play(script),
    activeRequests: () => vendors.get(name)?.openChats() ?? 0,
    secret: KEY,
  }));
}

describe("models of the companion", () => {
  test.each(KINDS)(
    "of $name count as cloud, with the vendor's host and price",
    async ({ name, model, price }) => {
      const models = await createProvider().listModels(signal);
      expect(models.find(({ id }) => id === `companion/${name}/${model}`)).toMatchObject({
        locality: "cloud",
        host: `${hostOf(name)}, through ${new URL(baseUrl).host}`,
        price,
        state: "ready",
      });
    },
  );

  test("say which variable holds a key that is not accepted", async () => {
    const provider = createProvider();
    vendors.get("anthropic")?.changeKey("another");
    const model = provider.open("companion/anthropic/claude-sonnet-4-5");
    const asked = readModelStream(model, {
      messages: [{ role: "user", content: "Hi" }],
      maxOutputTokens: 5,
      signal,
    });
    await expect(asked.next()).rejects.toMatchObject({
      code: "settings",
      message: expect.stringContaining("ANTHROPIC_API_KEY"),
    });
    vendors.get("anthropic")?.changeKey(KEY);
  });

  test("ask for the pairing token where it is wrong", async () => {
    wrongToken = "another";
    const [only] = await createProvider().listModels(signal);
    expect(only).toMatchObject({ state: "unavailable", reason: expect.stringContaining("pairing token") });
    wrongToken = undefined;
  });

  test("say how to start a companion that does not run", async () => {
    const server: ModelServer = {
      id: "companion",
      name: "Companion",
      baseUrl: "http://127.0.0.1:9",
      kind: "companion",
    };
    const away = createOpenAICompatibleProvider({ server, fetch, apiKey: async () => TOKEN });
    expect(await away.listModels(signal)).toMatchObject([
      { state: "unavailable", reason: expect.stringContaining("npm run companion") },
    ]);
    const asked = readModelStream(away.open("companion/anthropic/claude-sonnet-4-5"), {
      messages: [{ role: "user", content: "Hi" }],
      maxOutputTokens: 5,
      signal,
    });
    await expect(asked.next()).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("npm run companion"),
    });
  });
});

test("a companion without any key says in the list of models what to set", async () => {
  const keyless = startProcess({ ATLAS_COMPANION_TOKEN: TOKEN });
  const server: ModelServer = {
    id: "companion",
    name: "Companion",
    baseUrl: await keyless.url(),
    kind: "companion",
  };
  const provider = createOpenAICompatibleProvider({ server, fetch, apiKey: async () => TOKEN });
  expect(await provider.listModels(signal)).toMatchObject([
    { state: "unavailable", reason: expect.stringContaining("OPENAI_API_KEY") },
  ]);
  await keyless.stop();
});
