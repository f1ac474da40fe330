import { expect, test } from "vitest";
import { testLanguageModel } from "../../testing/suites/test-language-model";
import { readModelStream } from "../stream/read-model-stream";
import { createFakePromptApi } from "../testing/fake-prompt-api";
import { BUILT_IN_MODEL, createPromptApiProvider } from "./create-prompt-api-provider";

const { signal } = new AbortController();

testLanguageModel("Chrome's Prompt API", () => {
  const api = createFakePromptApi();
  return {
    provider: createPromptApiProvider(api),
    modelId: BUILT_IN_MODEL,
    contextTokens: 4_096,
    setScript: api.setScript,
    activeRequests: api.activeRequests,
    // Text comes from the browser itself, tools must be offered, and limits are kept on our side.
    unsupported: ["cut-json", "words", "html", "tool call", "length"],
  };
});

function createFixture(contextTokens?: number) {
  const api = createFakePromptApi(contextTokens);
  const provider = createPromptApiProvider(api);
  const ask = async (system: string, maxOutputTokens = 100) => {
    const messages = [
      { role: "system", content: system },
      { role: "user", content: "When is the launch" },
    ] as const;
    const outputs = [];
    for await (const output of readModelStream(provider.open(BUILT_IN_MODEL), {
      messages,
      maxOutputTokens,
      signal,
    }))
      outputs.push(output);
    return outputs;
  };
  return { api, provider, ask };
}

test("answers with the same instructions share a session, copied for each, and destroy every copy", async () => {
  const { api, ask } = createFixture();
  api.setScript({ steps: [{ text: "In May" }] });
  await ask("Be brief");
  await ask("Be brief");
  expect(api.created).toEqual([[{ role: "system", content: "Be brief" }]]);
  expect(api.open()).toBe(1);
  await ask("Be thorough");
  expect(api.created).toHaveLength(2);
  expect(api.open()).toBe(1);
});

test("a session that failed is not used again", async () => {
  const { api, ask } = createFixture();
  api.setScript({ steps: [{ fail: "cut" }] });
  await expect(ask("Be brief")).rejects.toMatchObject({ code: "unavailable" });
  api.setScript({ steps: [{ text: "In May" }] });
  await ask("Be brief");
  expect(api.created).toHaveLength(2);
  expect(api.open()).toBe(1);
});

test("the limit is that of the session, after the first", async () => {
  const { api, provider, ask } = createFixture(9_216);
  expect((await provider.listModels(signal))[0]?.contextTokens).toBe(4_096);
  api.setScript({ steps: [{ text: "In May" }] });
  await ask("Be brief");
  expect((await provider.listModels(signal))[0]?.contextTokens).toBe(9_216);
});

test("an answer ends at its limit, which the browser does not support", async () => {
  const { api, ask } = createFixture();
  api.setScript({ steps: Array.from({ length: 50 }, () => ({ text: "word " })) });
  const outputs = await ask("Be brief", 10);
  expect(outputs.filter(({ type }) => type === "text").length).toBeLessThan(15);
  expect(outputs.at(-1)).toMatchObject({ type: "finish", reason: "length" });
  expect(api.activeRequests()).toBe(0);
});

test.each([
  ["absent", "unavailable", /version 138/],
  ["unavailable", "unavailable", /22 GB of free disk space/],
  ["downloadable", "downloadable", undefined],
  ["downloading", "downloadable", /goes on by itself/],
  ["available", "ready", undefined],
] as const)("%s is listed as %s", async (availability, state, reason) => {
  const { api, provider } = createFixture();
  api.setAvailability(availability);
  const [model] = await provider.listModels(signal);
  expect(model?.state).toBe(state);
  if (reason) expect(model?.reason).toMatch(reason);
  else expect(model).not.toHaveProperty("reason");
});

test("a download reports its progress and destroys its session", async () => {
  const { api, provider } = createFixture();
  api.setAvailability("downloadable");
  api.setDownload([0, 0.5, 1]);
  const shares: number[] = [];
  await provider.download?.(BUILT_IN_MODEL, (share) => shares.push(share), signal);
  expect(shares).toEqual([0, 0.5, 1]);
  expect(api.open()).toBe(0);
  expect((await provider.listModels(signal))[0]?.state).toBe("ready");
});

test("a download ends when it is cancelled", async () => {
  const { api, provider } = createFixture();
  api.setAvailability("downloadable");
  api.setDownload([0, 0.5, 1]);
  const stop = new AbortController();
  const downloading = provider.download?.(BUILT_IN_MODEL, () => stop.abort(), stop.signal);
  await expect(downloading).rejects.toMatchObject({ name: "AbortError" });
});

test("a download that needs a click in Chrome reports that", async () => {
  const { api, provider } = createFixture();
  const refusing = {
    ...api,
    create: () => Promise.reject(new DOMException("No gesture", "NotAllowedError")),
  };
  const download = createPromptApiProvider(refusing).download?.(BUILT_IN_MODEL, () => {}, signal);
  await expect(download).rejects.toMatchObject({
    code: "permission",
    message: expect.stringContaining("click"),
  });
  expect(provider.id).toBe("chrome");
});
