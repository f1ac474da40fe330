import { afterEach, describe, expect, test, vi } from "vitest";
import { type FakeVendor, startFakeVendor, type VendorName } from "../../testing/fake-vendor";
import { startTestCompanion, type TestCompanion } from "../../testing/start-test-companion";

const KEY = "sk-of-the-vendor-0123456789";
const VENDORS: readonly { name: VendorName; variable: string; baseUrlVariable: string }[] = [
  { name: "openai", variable: "OPENAI_API_KEY", baseUrlVariable: "OPENAI_BASE_URL" },
  { name: "anthropic", variable: "ANTHROPIC_API_KEY", baseUrlVariable: "ANTHROPIC_BASE_URL" },
  { name: "google", variable: "GEMINI_API_KEY", baseUrlVariable: "GEMINI_BASE_URL" },
  { name: "groq", variable: "GROQ_API_KEY", baseUrlVariable: "GROQ_BASE_URL" },
  { name: "mistral", variable: "MISTRAL_API_KEY", baseUrlVariable: "MISTRAL_BASE_URL" },
];
const STEPS = [{ text: "The heron " }, { text: "nests in " }, { text: "May." }];
const MESSAGES = [
  { role: "system", content: "Answer from the passages" },
  { role: "user", content: [{ type: "text", text: "When does the heron nest" }] },
];

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const site of open.splice(0)) await site.close();
});

interface Fixture {
  readonly vendor: FakeVendor;
  readonly companion: TestCompanion;
  readonly model: string;
}

async function createFixture(
  { name, variable, baseUrlVariable } = VENDORS[0]!,
  options: Parameters<typeof startTestCompanion>[0] = {},
): Promise<Fixture> {
  const vendor = await startFakeVendor(name, {
    models: [{ name: "gpt-5-chat", contextTokens: 4_096 }],
    key: KEY,
  });
  const companion = await startTestCompanion({
    env: { [variable]: KEY, [baseUrlVariable]: vendor.url },
    ...options,
  });
  open.push(companion, vendor);
  return { vendor, companion, model: `${name}/gpt-5-chat` };
}

/** The parsed data of server-sent events. */
async function readEvents(response: Response) {
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const events = (await response.text()).split("\n\n").filter(Boolean);
  return events.map((event) => (event === "data: [DONE]" ? event : JSON.parse(event.replace("data: ", ""))));
}

describe.each(VENDORS)("POST /v1/chat/completions with $name", (kind) => {
  test("streams text in order, the finish reason and the usage", async () => {
    const { vendor, companion, model } = await createFixture(kind);
    vendor.play({ steps: STEPS });
    const body = { model, messages: MESSAGES, stream: true, stream_options: { include_usage: true } };
    const events = await readEvents(await companion.chat({ ...body, max_completion_tokens: 100 }));
    const choices = events.flatMap((event) => event.choices ?? []);
    expect(choices.map(({ delta }) => delta.content ?? "").join("")).toBe("The heron nests in May.");
    expect(choices.filter(({ delta }) => delta.content).length).toBe(STEPS.length);
    expect(choices.at(-1).finish_reason).toBe("stop");
    expect(events.at(-2)).toMatchObject({
      object: "chat.completion.chunk",
      model,
      choices: [],
      usage: { prompt_tokens: 9, completion_tokens: 5, total_tokens: 14 },
    });
    expect(events.at(-1)).toBe("data: [DONE]");
    expect(companion.log.at(-1)).toMatchObject({
      method: "POST",
      path: "/v1/chat/completions",
      status: 200,
      inputTokens: 9,
      outputTokens: 5,
    });
  });

  test("passes thoughts on apart from the text", async () => {
    const { vendor, companion, model } = await createFixture(kind);
    vendor.play({ steps: [{ reasoning: "The person asks of herons. " }, ...STEPS] });
    const events = await readEvents(await companion.chat({ model, messages: MESSAGES, stream: true }));
    const deltas = events.flatMap((event) => event.choices ?? []).map(({ delta }) => delta);
    expect(deltas.map(({ content }) => content ?? "").join("")).toBe("The heron nests in May.");
    // OpenAI keeps them to itself.
    const thoughts = kind.name === "openai" ? "" : "The person asks of herons. ";
    expect(deltas.map(({ reasoning_content }) => reasoning_content ?? "").join("")).toBe(thoughts);
  });

  test("answers without streaming, with the finish reason `length`", async () => {
    const { vendor, companion, model } = await createFixture(kind);
    vendor.play({ steps: STEPS, finish: "length" });
    const response = await companion.chat({
      model,
      messages: MESSAGES,
      max_tokens: 5,
      temperature: 0,
      stop: "END",
    });
    expect(await response.json()).toMatchObject({
      object: "chat.completion",
      choices: [
        { message: { role: "assistant", content: "The heron nests in May." }, finish_reason: "length" },
      ],
      usage: { prompt_tokens: 9, completion_tokens: 5 },
    });
    const sent = JSON.stringify(vendor.chats[0]);
    expect(sent).toContain("END");
    expect(sent).toMatch(/"(max_tokens|max_completion_tokens|maxOutputTokens)":5\b/);
  });

  test("names the variable of a rejected key, and never the key", async () => {
    const { vendor, companion, model } = await createFixture(kind);
    vendor.changeKey("another");
    const response = await companion.chat({ model, messages: MESSAGES, stream: true });
    expect(response.status).toBe(403);
    const text = await response.text();
    expect(JSON.parse(text).error).toMatchObject({ code: "upstream_key_rejected", param: kind.variable });
    expect(text).toContain(kind.variable);
    expect(text).not.toContain(KEY);
  });

  test("reports a prompt that is too long, with the limit", async () => {
    const { companion, model } = await createFixture(kind);
    const content = "word ".repeat(5_000);
    const response = await companion.chat({ model, messages: [{ role: "user", content }] });
    expect(response.status).toBe(400);
    const { error } = await response.json();
    expect(error).toMatchObject({
      code: "context_length_exceeded",
      message: expect.stringContaining("4096"),
    });
  });

  test.each([
    ["rate-limit", 429, "rate_limit_exceeded"],
    ["overload", 503, "overloaded"],
    ["no-credit", 402, "insufficient_quota"],
  ] as const)("tells a refusal for %s as %i", async (refusal, status, code) => {
    const { vendor, companion, model } = await createFixture(kind);
    vendor.play({ refusal });
    const response = await companion.chat({ model, messages: MESSAGES, stream: true });
    expect(response.status).toBe(status);
    expect((await response.json()).error.code).toBe(code);
    if (refusal === "rate-limit") expect(response.headers.get("retry-after")).toBe("17");
  });

  test("reports a vendor that fails and an unknown model", async () => {
    const { vendor, companion, model } = await createFixture(kind);
    vendor.play({ refuse: true });
    expect((await companion.chat({ model, messages: MESSAGES })).status).toBe(502);
    const unknown = await companion.chat({ model: `${kind.name}/nothing`, messages: MESSAGES });
    expect(unknown.status).toBe(404);
    expect((await unknown.json()).error.code).toBe("model_not_found");
  });

  test.each([
    { fail: "reported" },
    { fail: "cut" },
    { garbage: "words" },
    { garbage: "html" },
    { garbage: "cut-json" },
  ] as const)("ends a stream with an error and without [DONE] after %j", async (step) => {
    const { vendor, companion, model } = await createFixture(kind);
    vendor.play({ steps: [...STEPS.slice(0, 1), step] });
    const events = await readEvents(await companion.chat({ model, messages: MESSAGES, stream: true }));
    expect(events[1].choices[0].delta.content).toBe("The heron ");
    expect(events.at(-1).error.code).toMatch(/^(upstream_|overloaded)/);
    await vi.waitFor(() => expect(companion.log.at(-1)?.status).toBeGreaterThan(500));
    const whole = await companion.chat({ model, messages: MESSAGES });
    expect(whole.status).toBeGreaterThan(500);
  });

  test("aborts the vendor's request when the client disconnects", async () => {
    const { vendor, companion, model } = await createFixture(kind);
    vendor.play({ steps: [...STEPS, { until: new Promise(() => {}) }] });
    const stop = new AbortController();
    const response = await companion.chat(
      { model, messages: MESSAGES, stream: true },
      { signal: stop.signal },
    );
    await response.body?.getReader().read();
    expect(vendor.openChats()).toBe(1);
    stop.abort();
    await vi.waitFor(() => expect(vendor.openChats()).toBe(0));
    await vi.waitFor(() => expect(companion.log).toHaveLength(1));
  });
});

// Mistral has no such finish reason.
test.each(VENDORS.filter(({ name }) => name !== "mistral"))(
  "an answer that the rules of $name held back says so",
  async (kind) => {
    const { vendor, companion, model } = await createFixture(kind);
    vendor.play({ steps: STEPS.slice(0, 1), finish: "content-filter" });
    const answer = await (await companion.chat({ model, messages: MESSAGES })).json();
    expect(answer.choices[0].finish_reason).toBe("content_filter");
  },
);

test("a client that disconnects before the first text aborts the vendor's request", async () => {
  const { vendor, companion, model } = await createFixture();
  vendor.play({ steps: [{ until: new Promise(() => {}) }] });
  const stop = new AbortController();
  const asked = companion.chat({ model, messages: MESSAGES }, { signal: stop.signal });
  await vi.waitFor(() => expect(vendor.openChats()).toBe(1));
  stop.abort();
  await expect(asked).rejects.toMatchObject({ name: "AbortError" });
  await vi.waitFor(() => expect(vendor.openChats()).toBe(0));
  // The failure is not the vendor's.
  await vi.waitFor(() => expect(companion.log).toMatchObject([{ status: 499 }]));
});

test.each([
  ["idle time", { idleMs: 50, totalMs: 60_000 }],
  ["total time", { idleMs: 60_000, totalMs: 50 }],
])("a vendor that exceeds the limit of %s is aborted", async (_which, limits) => {
  const { vendor, companion, model } = await createFixture(VENDORS[0], { limits });
  vendor.play({ steps: [...STEPS, { until: new Promise(() => {}) }] });
  const response = await companion.chat({ model, messages: MESSAGES });
  expect(response.status).toBe(504);
  expect((await response.json()).error.code).toBe("upstream_timeout");
  await vi.waitFor(() => expect(vendor.openChats()).toBe(0));
});

test("an unreachable vendor is reported with its host", async () => {
  const { vendor, companion, model } = await createFixture();
  await vendor.close();
  const response = await companion.chat({ model, messages: MESSAGES });
  expect(response.status).toBe(502);
  expect((await response.json()).error.message).toContain(new URL(vendor.url).host);
});

test("a vendor's redirect is not followed, so that no other host gets the key", async () => {
  const { companion, model, vendor } = await createFixture();
  const thief = await startFakeVendor("openai", { models: [], key: KEY });
  open.push(thief);
  vendor.redirect(`${thief.url}/chat/completions`);
  const response = await companion.chat({ model, messages: MESSAGES });
  expect(response.status).toBe(502);
  expect(thief.chats).toEqual([]);
});

test.each([
  ["no JSON", "{", 400, "invalid_json", null],
  ["no messages", { model: "openai/x" }, 400, "invalid_request", "messages"],
  [
    "more messages than are looked at",
    { model: "openai/x", messages: new Array(10_001).fill({}) },
    400,
    "invalid_request",
    "messages",
  ],
  [
    "a picture",
    { model: "openai/x", messages: [{ role: "user", content: [{ type: "image_url" }] }] },
    400,
    "invalid_request",
    "messages.0.content",
  ],
  ["tools", { model: "openai/x", messages: MESSAGES, tools: [{}] }, 400, "invalid_request", "tools"],
  ["two answers", { model: "openai/x", messages: MESSAGES, n: 2 }, 400, "invalid_request", "n"],
  [
    "a vendor without a key",
    { model: "mistral/x", messages: MESSAGES },
    404,
    "model_not_found",
    "MISTRAL_API_KEY",
  ],
  ["a vendor nobody knows", { model: "acme/x", messages: MESSAGES }, 404, "model_not_found", "model"],
  ["a model without a vendor", { model: "gpt-5", messages: MESSAGES }, 404, "model_not_found", "model"],
] as const)("a request with %s is refused in OpenAI's shape", async (_what, body, status, code, param) => {
  const { companion, vendor } = await createFixture();
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await companion.ask("/v1/chat/completions", { method: "POST", body: text });
  expect(response.status).toBe(status);
  expect((await response.json()).error).toMatchObject({
    message: expect.any(String),
    type: "invalid_request_error",
    code,
    param,
  });
  expect(vendor.chats).toEqual([]);
});
