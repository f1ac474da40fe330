import { afterEach, expect, test } from "vitest";
import { type FakeVendor, startFakeVendor } from "../../testing/fake-vendor";
import { startTestCompanion } from "../../testing/start-test-companion";

const KEY = "sk-of-the-vendor-0123456789";
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const site of open.splice(0)) await site.close();
});

async function startVendor(
  name: Parameters<typeof startFakeVendor>[0],
  names: readonly string[],
): Promise<FakeVendor> {
  const models = names.map((model) => ({ name: model, contextTokens: 100_000 }));
  const vendor = await startFakeVendor(name, { models, key: KEY });
  open.push(vendor);
  return vendor;
}

async function startWith(env: Record<string, string>, now?: () => number) {
  const companion = await startTestCompanion({ env, ...(now && { now }) });
  open.push(companion);
  return { list: async () => (await companion.ask("/v1/models")).json() };
}

test("GET /v1/models lists the models of vendors with a key, with window, price and host", async () => {
  const [openai, anthropic, google, groq, mistral] = [
    await startVendor("openai", [
      "gpt-5-mini",
      "gpt-5-mini-2025-08-07",
      "gpt-4.1-2025-04-14",
      "gpt-5-pro",
      "gpt-4o-audio-preview",
      "text-embedding-3-small",
      "dall-e-3",
    ]),
    await startVendor("anthropic", ["claude-sonnet-4-5-20250929"]),
    await startVendor("google", ["gemini-2.5-flash", "gemini-2.5-flash-image", "text-embedding-004"]),
    await startVendor("groq", ["openai/gpt-oss-120b", "whisper-large-v3"]),
    await startVendor("mistral", ["mistral-medium-latest"]),
  ];
  const { list } = await startWith({
    OPENAI_API_KEY: KEY,
    OPENAI_BASE_URL: openai.url,
    ANTHROPIC_API_KEY: KEY,
    ANTHROPIC_BASE_URL: anthropic.url,
    GEMINI_API_KEY: KEY,
    GEMINI_BASE_URL: google.url,
    GROQ_API_KEY: KEY,
    GROQ_BASE_URL: groq.url,
    MISTRAL_API_KEY: KEY,
    MISTRAL_BASE_URL: `${mistral.url}/`,
  });
  const host = ({ url }: FakeVendor) => new URL(url).host;
  const entry = (id: string, vendor: FakeVendor, contextTokens: number) =>
    expect.objectContaining({
      id,
      object: "model",
      owned_by: id.split("/")[0],
      context_length: contextTokens,
      forwarded_to: host(vendor),
    });
  const listed = await list();
  expect(listed).toEqual({
    object: "list",
    server: "atlas-companion",
    data: [
      entry("openai/gpt-5-mini", openai, 400_000),
      entry("openai/gpt-4.1-2025-04-14", openai, 1_047_576),
      entry("anthropic/claude-sonnet-4-5-20250929", anthropic, 100_000),
      entry("google/gemini-2.5-flash", google, 100_000),
      entry("groq/openai/gpt-oss-120b", groq, 100_000),
      entry("mistral/mistral-medium-latest", mistral, 100_000),
    ],
    problems: [],
  });
  expect(listed.data.map(({ pricing }: { pricing: unknown }) => pricing)).toEqual([
    { prompt: "0.00000025", completion: "0.000002" },
    { prompt: "0.000002", completion: "0.000008" },
    { prompt: "0.000003", completion: "0.000015" },
    { prompt: "0.0000003", completion: "0.0000025" },
    { prompt: "0.00000015", completion: "0.0000006" },
    { prompt: "0.0000015", completion: "0.0000075" },
  ]);
});

test("GET /v1/models without keys is empty and names the variables", async () => {
  const { list } = await startWith({});
  const { data, problems } = await list();
  expect(data).toEqual([]);
  for (const variable of [
    "OPENAI_API_KEY",
    "ANTHROPIC_API_KEY",
    "GEMINI_API_KEY",
    "GROQ_API_KEY",
    "MISTRAL_API_KEY",
  ])
    expect(problems[0].message).toContain(variable);
});

test("GET /v1/models reports vendors that reject the key or are unavailable beside the models of the others", async () => {
  const good = await startVendor("groq", ["llama-3.1-8b-instant"]);
  const refusing = await startVendor("google", ["gemini-2.5-flash"]);
  const away = await startVendor("mistral", []);
  await away.close();
  open.splice(open.indexOf(away), 1);
  const { list } = await startWith({
    GROQ_API_KEY: KEY,
    GROQ_BASE_URL: good.url,
    GEMINI_API_KEY: "a wrong one".replaceAll(" ", "-"),
    GEMINI_BASE_URL: refusing.url,
    MISTRAL_API_KEY: KEY,
    MISTRAL_BASE_URL: away.url,
  });
  const { data, problems } = await list();
  expect(data.map(({ id }: { id: string }) => id)).toEqual(["groq/llama-3.1-8b-instant"]);
  expect(problems).toEqual([
    {
      vendor: "google",
      host: new URL(refusing.url).host,
      message: expect.stringContaining("GEMINI_API_KEY"),
    },
    {
      vendor: "mistral",
      host: new URL(away.url).host,
      message: expect.stringContaining("Cannot reach Mistral"),
    },
  ]);
});

test("a list is cached for ten minutes, and kept for an unavailable vendor, but not for a rejected key", async () => {
  let now = Date.now();
  const vendor = await startVendor("groq", ["llama-3.1-8b-instant"]);
  const { list } = await startWith({ GROQ_API_KEY: KEY, GROQ_BASE_URL: vendor.url }, () => now);
  const count = async () => (await list()).data.length;
  expect([await count(), await count(), vendor.lists()]).toEqual([1, 1, 1]);
  now += 10 * 60_000;
  vendor.breakLists(true);
  expect([await count(), vendor.lists()]).toEqual([1, 2]);
  vendor.breakLists(false);
  vendor.changeKey("another");
  expect((await list()).problems).toHaveLength(1);
});
