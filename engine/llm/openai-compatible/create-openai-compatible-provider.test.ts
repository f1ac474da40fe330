import { expect, test } from "vitest";
import { testLanguageModel } from "../../testing/suites/test-language-model";
import {
  createFakeModelServer,
  type FakeModelServerOptions,
  fetchFrom,
  refuseConnection,
} from "../testing/fake-model-server";
import { SERVER_KINDS, type ServerKindName } from "../testing/server-kinds";
import { createOpenAICompatibleProvider } from "./create-openai-compatible-provider";

const KEY = "sk-atlas-test-0123456789";
const ORIGIN = "chrome-extension://atlas";
const { signal } = new AbortController();

function createFixture(kind: ServerKindName, options: FakeModelServerOptions & { shownKey?: string } = {}) {
  const fake = createFakeModelServer(kind, { key: KEY, allowedOrigins: [ORIGIN], ...options });
  const { shownKey = KEY } = options;
  const provider = createOpenAICompatibleProvider({
    server: { id: "server", name: "My server", baseUrl: fake.baseUrl },
    fetch: fetchFrom(fake, ORIGIN),
    apiKey: async () => shownKey,
  });
  return { fake, provider };
}

const kinds = Object.keys(SERVER_KINDS) as ServerKindName[];

for (const kind of kinds) {
  testLanguageModel(kind, () => {
    // OpenAI does not say how much its models take.
    const contextTokens = kind === "openai" ? 32_768 : 4_096;
    const { fake, provider } = createFixture(kind, { models: [{ name: "small-chat", contextTokens }] });
    return {
      provider,
      modelId: "server/small-chat",
      contextTokens,
      setScript: fake.setScript,
      activeRequests: fake.openChats,
      secret: KEY,
    };
  });
}

test.each([
  ["ollama", "device"],
  ["lm-studio", "device"],
  ["llama.cpp", "device"],
  ["vllm", "network"],
  ["openai", "cloud"],
] as const)("a server like %s is taken for what it is", async (kind, locality) => {
  const { provider } = createFixture(kind);
  const [model] = await provider.listModels(signal);
  expect(model).toMatchObject({ id: "server/small-chat", locality, state: "ready" });
  expect(model?.host).toBe(locality === "device" ? undefined : new URL(SERVER_KINDS[kind].baseUrl).host);
  expect(model?.price === undefined).toBe(locality !== "cloud");
});

test.each(kinds)("models of %s that make vectors are not listed", async (kind) => {
  const models = [
    { name: "small-chat", contextTokens: 4_096 },
    { name: "nomic-embed-text", contextTokens: 2_048, embedding: true },
  ];
  const { provider } = createFixture(kind, { models });
  const listed = await provider.listModels(signal);
  // vLLM and llama.cpp serve what they were started with, and say nothing of its kind.
  const silent = kind === "vllm" || kind === "llama.cpp";
  expect(listed.map(({ name }) => name)).toEqual(silent ? models.map(({ name }) => name) : ["small-chat"]);
});

test("Ollama's refusal of extensions names the setting, before any question", async () => {
  const { provider, fake } = createFixture("ollama", { allowedOrigins: [] });
  const [model] = await provider.listModels(signal);
  expect(model).toMatchObject({ state: "unavailable", name: "small-chat" });
  for (const part of [
    "OLLAMA_ORIGINS",
    "chrome-extension://*",
    "launchctl setenv",
    "systemctl edit",
    "Windows",
  ])
    expect(model?.reason).toContain(part);
  expect(fake.chats).toEqual([]);
});

test("a model that Ollama runs in a cloud counts as cloud, with its host", async () => {
  const models = [{ name: "gpt-oss:120b-cloud", contextTokens: 4_096, remote: true }];
  const { provider } = createFixture("ollama", { models });
  const [model] = await provider.listModels(signal);
  expect(model).toMatchObject({ locality: "cloud", host: expect.stringContaining("ollama.com") });
});

test("a gateway on this computer that offers a vendor's model counts as cloud, with the vendor's price", async () => {
  const fake = createFakeModelServer("openai", { models: [{ name: "gpt-5-mini", contextTokens: 8_192 }] });
  const provider = createOpenAICompatibleProvider({
    server: { id: "gateway", name: "Gateway", baseUrl: "http://localhost:4000" },
    fetch: fetchFrom(fake),
    apiKey: async () => undefined,
  });
  const [model] = await provider.listModels(signal);
  expect(model).toMatchObject({
    locality: "cloud",
    host: expect.stringContaining("localhost:4000"),
    price: { input: 0.25, output: 2 },
  });
});

test.each([{ prompt: null, completion: null }, { prompt: "", completion: "" }, { prompt: "free" }])(
  "a price of %j is unknown, not 0",
  async (pricing) => {
    const provider = createOpenAICompatibleProvider({
      server: { id: "router", name: "Router", baseUrl: "https://router.example" },
      fetch: async () => Response.json({ data: [{ id: "unheard-of", pricing }] }),
      apiKey: async () => undefined,
    });
    const [model] = await provider.listModels(signal);
    expect(model?.price?.input).toBeGreaterThan(0);
  },
);

test("the limit of an Ollama model is its setting, and of LM Studio's the loaded context", async () => {
  const models = [
    { name: "one", contextTokens: 8_192 },
    { name: "two", contextTokens: 16_384 },
  ];
  const sizes = async (kind: ServerKindName) =>
    (await createFixture(kind, { models }).provider.listModels(signal)).map(
      ({ contextTokens }) => contextTokens,
    );
  expect(await sizes("ollama")).toEqual([8_192, 16_384]);
  // The second is not loaded yet.
  expect(await sizes("lm-studio")).toEqual([8_192, 4_096]);
});

test("a prompt that Ollama would cut without an error is never sent to it", async () => {
  const { provider, fake } = createFixture("ollama");
  await provider.listModels(signal);
  const prompt = [{ role: "system" as const, content: "passage ".repeat(4_097) }];
  await expect(provider.open("server/small-chat").doStream({ prompt })).rejects.toMatchObject({
    code: "context-overflow",
  });
  expect(fake.chats).toEqual([]);
});

type Change = Partial<Parameters<typeof createOpenAICompatibleProvider>[0]> & { readonly baseUrl?: string };

test.each<[string, Change, string]>([
  ["is not running", { fetch: refuseConnection }, "Cannot reach My server at localhost:11434"],
  ["is a web page", { fetch: async () => new Response("<html>") }, "is no model server"],
  ["fails", { fetch: async () => new Response("", { status: 503 }) }, "status is 503"],
  ["wants another key", { apiKey: async () => "wrong" }, "does not accept the key"],
  ["has no proper address", { baseUrl: "localhost:11434" }, "must begin with http"],
  [
    "never answers",
    { fetch: (_: string, init?: RequestInit) => hang(init?.signal), wait: async () => {} },
    "Cannot reach My server",
  ],
])("a server that %s is listed with the reason", async (_what, { baseUrl, ...change }, reason) => {
  const fake = createFakeModelServer("openai", { key: KEY });
  const provider = createOpenAICompatibleProvider({
    server: { id: "server", name: "My server", baseUrl: baseUrl ?? "http://localhost:11434" },
    fetch: fetchFrom(fake),
    apiKey: async () => KEY,
    ...change,
  });
  const [model, ...more] = await provider.listModels(signal);
  expect(model).toMatchObject({ state: "unavailable", reason: expect.stringContaining(reason) });
  expect(model?.reason).not.toContain(KEY);
  expect(more).toEqual([]);
});

test("the key is sent with every request, and to no other host", async () => {
  const seen: RequestInit[] = [];
  const fake = createFakeModelServer("vllm", { key: KEY });
  const inner = fetchFrom(fake);
  const provider = createOpenAICompatibleProvider({
    server: { id: "server", name: "My server", baseUrl: fake.baseUrl },
    fetch: (url, init = {}) => {
      seen.push(init);
      return inner(url, init);
    },
    apiKey: async () => KEY,
  });
  await provider.listModels(signal);
  fake.setScript({ steps: [{ text: "Hello" }] });
  const prompt = [{ role: "system" as const, content: "Hi" }];
  await (await provider.open("server/small-chat").doStream({ prompt })).stream.cancel();
  expect(seen.length).toBeGreaterThan(1);
  for (const { headers, redirect, credentials } of seen) {
    expect(headers).toMatchObject({ authorization: `Bearer ${KEY}` });
    expect({ redirect, credentials }).toEqual({ redirect: "error", credentials: "omit" });
  }
});

test("OpenAI gets the limit of an answer by the name that all its models accept", async () => {
  const { provider, fake } = createFixture("openai");
  const prompt = [{ role: "system" as const, content: "Hi" }];
  const { stream } = await provider.open("server/small-chat").doStream({ prompt, maxOutputTokens: 77 });
  await stream.cancel();
  expect(fake.chats[0]).toMatchObject({ max_completion_tokens: 77 });
  expect(fake.chats[0]).not.toHaveProperty("max_tokens");
});

function hang(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener("abort", () => reject(signal.reason));
  });
}
