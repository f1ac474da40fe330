import type { LanguageModelV3StreamPart } from "@ai-sdk/provider";
import { simulateReadableStream } from "ai";
import { MockLanguageModelV3 } from "ai/test";
import { expect, test } from "vitest";
import { readModelStream } from "./read-model-stream";

const USAGE = {
  inputTokens: { total: 3, noCache: 3, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 2, text: 2, reasoning: undefined },
};
const TEXT: LanguageModelV3StreamPart = { type: "text-delta", id: "1", delta: "In May" };

function model(...chunks: LanguageModelV3StreamPart[]): MockLanguageModelV3 {
  return new MockLanguageModelV3({ doStream: { stream: simulateReadableStream({ chunks }) } });
}

async function read(mock: MockLanguageModelV3) {
  const outputs = [];
  const { signal } = new AbortController();
  const messages = [
    { role: "system", content: "Be brief" },
    { role: "user", content: "When?" },
    { role: "assistant", content: "What?" },
  ] as const;
  for await (const output of readModelStream(mock, { messages, maxOutputTokens: 7, signal }))
    outputs.push(output);
  return outputs;
}

function finish(unified: "stop" | "length" | "content-filter" | "tool-calls"): LanguageModelV3StreamPart {
  return { type: "finish", finishReason: { unified, raw: undefined }, usage: USAGE };
}

test("readModelStream() sends a request of the AI SDK's shape", async () => {
  const mock = model(TEXT, finish("stop"));
  await read(mock);
  expect(mock.doStreamCalls[0]).toMatchObject({
    maxOutputTokens: 7,
    prompt: [
      { role: "system", content: "Be brief" },
      { role: "user", content: [{ type: "text", text: "When?" }] },
      { role: "assistant", content: [{ type: "text", text: "What?" }] },
    ],
  });
  expect(mock.doStreamCalls[0]?.tools).toBeUndefined();
});

test("readModelStream() yields reasoning, text and the end, without tools, files and sources", async () => {
  const outputs = await read(
    model(
      { type: "stream-start", warnings: [] },
      { type: "reasoning-delta", id: "0", delta: "The person wants" },
      TEXT,
      { type: "tool-call", toolCallId: "1", toolName: "open", input: "{}" },
      { type: "source", sourceType: "url", id: "2", url: "https://example.com" },
      finish("stop"),
    ),
  );
  expect(outputs).toEqual([
    { type: "reasoning", delta: "The person wants" },
    { type: "text", delta: "In May" },
    { type: "finish", reason: "stop", usage: { inputTokens: 3, outputTokens: 2 } },
  ]);
});

test.each([
  ["stop", "stop"],
  ["length", "length"],
  ["content-filter", "filtered"],
  ["tool-calls", "other"],
] as const)("readModelStream() calls %s %s", async (unified, reason) => {
  expect((await read(model(TEXT, finish(unified)))).at(-1)).toMatchObject({ reason });
});

test("readModelStream() rejects with an error part, and when there is no end", async () => {
  await expect(read(model(TEXT, { type: "error", error: new Error("Reported") }))).rejects.toThrow(
    "Reported",
  );
  await expect(read(model(TEXT))).rejects.toMatchObject({ code: "unavailable" });
});

test("readModelStream() adds the tokens for reasoning to the limit, and says how many they are", async () => {
  const mock = model(TEXT, finish("stop"));
  const { signal } = new AbortController();
  const outputs = readModelStream(mock, { messages: [], maxOutputTokens: 7, reasoningTokens: 5, signal });
  for await (const _ of outputs);
  expect(mock.doStreamCalls[0]).toMatchObject({
    maxOutputTokens: 12,
    providerOptions: { atlas: { reasoningTokens: 5 } },
  });
});

test("readModelStream() takes the text of a model that always thinks for reasoning until its end", async () => {
  const chunks = ["Let me ", "see.</thi", "nk>In May"].map((delta) => ({ ...TEXT, delta }));
  const mock = model(...chunks, finish("stop"));
  Object.assign(mock, { modelId: "deepseek-r1:8b" });
  const outputs = await read(mock);
  expect(outputs.filter(({ type }) => type !== "finish")).toEqual([
    { type: "reasoning", delta: "Let me " },
    { type: "reasoning", delta: "see." },
    { type: "text", delta: "In May" },
  ]);
});
