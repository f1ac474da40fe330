import * as Comlink from "comlink";
import { expect, test } from "vitest";
import {
  BUILT_IN_MODEL,
  createPromptApiProvider,
} from "../../../../engine/llm/prompt-api/create-prompt-api-provider";
import { createFakePromptApi } from "../../../../engine/llm/testing/fake-prompt-api";
import type { PromptApi } from "../../../../engine/ports/prompt-api";
import { testLanguageModel } from "../../../../engine/testing/suites/test-language-model";
import { type RemotePromptApi, servePromptApi, toPromptApi } from "./prompt-bridge";

const settle = async () => {
  for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setImmediate(resolve));
};

/** Page and worker, with a real channel between them. */
function connectBridge(api: PromptApi): PromptApi {
  const { port1, port2 } = new MessageChannel();
  const served = servePromptApi(api, { stream: (stream) => Comlink.transfer(stream, [stream]) });
  Comlink.expose(served, port1);
  const remote = Comlink.wrap<RemotePromptApi>(port2);
  return toPromptApi(remote as unknown as RemotePromptApi, { callback: Comlink.proxy });
}

testLanguageModel("Chrome's Prompt API, from the worker", () => {
  const api = createFakePromptApi();
  return {
    provider: createPromptApiProvider(connectBridge(api)),
    modelId: BUILT_IN_MODEL,
    contextTokens: 4_096,
    setScript: api.setScript,
    activeRequests: api.activeRequests,
    unsupported: ["cut-json", "words", "html", "tool call", "length"],
  };
});

test("a session that comes after its caller has gone is destroyed", async () => {
  const api = createFakePromptApi();
  api.setDownload(Array.from({ length: 20 }, (_, at) => at / 20));
  const stop = new AbortController();
  const creating = connectBridge(api).create({ messages: [], signal: stop.signal });
  stop.abort();
  await expect(creating).rejects.toMatchObject({ name: "AbortError" });
  await settle();
  expect(api.open()).toBe(0);
});

test("progress of a download crosses over", async () => {
  const api = createFakePromptApi();
  api.setDownload([0.25, 1]);
  const shares: number[] = [];
  const { signal } = new AbortController();
  await connectBridge(api).create({ messages: [], onProgress: (share) => shares.push(share), signal });
  await settle();
  expect(shares).toEqual([0.25, 1]);
});
