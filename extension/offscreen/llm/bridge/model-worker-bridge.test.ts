import * as Comlink from "comlink";
import { expect, test, vi } from "vitest";
import { createFakeWebLlm, type FakeModelWorker } from "../../../../engine/llm/testing/fake-model-worker";
import { createWebLlmProvider } from "../../../../engine/llm/web-llm/create-web-llm-provider";
import type { ModelPart } from "../../../../engine/ports/model-worker";
import type { PackagedModel, WebLlm } from "../../../../engine/ports/web-llm";
import { testLanguageModel } from "../../../../engine/testing/suites/test-language-model";
import type { StartedWorker } from "../page/lazy-worker";
import { type RemoteModelWorker, serveModelWorker, toModelWorker } from "./model-worker-bridge";

const MODEL = "Small-1B-Instruct-q4f16_1-MLC";
const { signal } = new AbortController();
const transfer = <T extends ReadableStream>(stream: T) =>
  Comlink.transfer(stream, [stream as ReadableStream]);

/** Engine worker and page with a real channel between them; behind the page the fake stands for the worker. */
function createFixture(fake: FakeModelWorker<PackagedModel>, worker: Partial<StartedWorker["api"]> = {}) {
  const marks = new Set<string>();
  const started: { terminate: ReturnType<typeof vi.fn>; fail: (error: Error) => void }[] = [];
  const startWorker = (): StartedWorker => {
    let fail: (error: Error) => void = () => {};
    const crashed = new Promise<never>((_, reject) => {
      fail = reject;
    });
    const terminate = vi.fn();
    started.push({ terminate, fail });
    const api = {
      load: (modelId: string, onProgress: (share: number) => void) =>
        fake.download(modelId, onProgress, signal),
      chat: async (chat: Parameters<FakeModelWorker<PackagedModel>["chat"]>[0]) => fake.chat(chat, signal),
      ...worker,
    };
    return { api, crashed, terminate };
  };
  const onWork = vi.fn();
  const served = serveModelWorker({
    startWorker,
    models: fake.models,
    gpu: fake.gpu,
    freeBytes: fake.freeBytes,
    downloaded: async () => [...marks],
    markDownloaded: async (modelId) => void marks.add(modelId),
    remove: async (modelId) => void marks.delete(modelId),
    onWork,
    callback: (callback) => callback,
    stream: transfer,
  });
  const { port1, port2 } = new MessageChannel();
  Comlink.expose(served.remote, port1);
  const remote = Comlink.wrap<unknown>(port2) as unknown as RemoteModelWorker<PackagedModel>;
  const webLlm: WebLlm = toModelWorker(remote, { callback: Comlink.proxy });
  return { webLlm, started, marks, served, onWork };
}

/** Answers that stop after a word until they are let go on. */
function playPaused(fake: FakeModelWorker<PackagedModel>): () => void {
  let resume = () => {};
  const paused = new Promise<void>((resolve) => {
    resume = resolve;
  });
  fake.setScript({ steps: [{ text: "In " }, { until: paused }, { text: "May." }] });
  return () => resume();
}

testLanguageModel("WebLLM, from the engine worker", () => {
  const fake = createFakeWebLlm();
  const provider = createWebLlmProvider(createFixture(fake).webLlm);
  return {
    provider: {
      ...provider,
      listModels: async (asked) => {
        await provider.download?.(`web-llm/${MODEL}`, () => {}, asked);
        return provider.listModels(asked);
      },
    },
    modelId: `web-llm/${MODEL}`,
    contextTokens: 4_096,
    setScript: fake.setScript,
    activeRequests: fake.activeRequests,
    unsupported: ["cut-json", "words", "html", "tool call"],
  };
});

test("facts are told without starting the worker", async () => {
  const { webLlm, started } = createFixture(createFakeWebLlm());
  await Promise.all([webLlm.models(), webLlm.gpu(), webLlm.freeBytes(), webLlm.downloaded()]);
  expect(started).toHaveLength(0);
});

test("a download that is cancelled ends its worker, and the next starts another", async () => {
  const { webLlm, started, marks } = createFixture(createFakeWebLlm(), { load: () => new Promise(() => {}) });
  const stop = new AbortController();
  const downloading = webLlm.download(MODEL, () => {}, stop.signal);
  await vi.waitFor(() => expect(started).toHaveLength(1));
  stop.abort();
  await expect(downloading).rejects.toMatchObject({ name: "AbortError" });
  await vi.waitFor(() => expect(started[0]?.terminate).toHaveBeenCalled());
  expect(marks.size).toBe(0);
  void webLlm.download(MODEL, () => {}, signal);
  await vi.waitFor(() => expect(started).toHaveLength(2));
});

test("a download that came to its end leaves its worker to the answers", async () => {
  const fake = createFakeWebLlm();
  const { webLlm, started } = createFixture(fake);
  const resume = playPaused(fake);
  const parts = webLlm.chat({ modelId: MODEL, messages: [] }, signal).getReader();
  await parts.read();
  expect(await webLlm.download(MODEL, () => {}, signal)).toBeUndefined();
  // The page is told that the call is over before it is asked anything else.
  await webLlm.downloaded();
  expect(started[0]?.terminate).not.toHaveBeenCalled();
  resume();
  expect((await parts.read()).value).toEqual({ type: "text", delta: "May." });
});

test("a worker that ends by itself ends its download and its answer", async () => {
  const fake = createFakeWebLlm();
  const { webLlm, started } = createFixture(fake, { load: () => new Promise(() => {}) });
  const downloading = webLlm.download(MODEL, () => {}, signal);
  await vi.waitFor(() => expect(started).toHaveLength(1));
  started[0]?.fail(new Error("Out of memory"));
  expect(await downloading).toBe("memory");
  fake.setScript({ steps: [{ text: "In " }, { until: new Promise(() => {}) }] });
  const parts = webLlm.chat({ modelId: MODEL, messages: [] }, signal).getReader();
  expect((await parts.read()).value).toEqual({ type: "text", delta: "In " });
  started[1]?.fail(new Error("Out of memory"));
  await expect(parts.read()).rejects.toThrow();
});

test("a model that is removed leaves the graphics memory, too", async () => {
  const { webLlm, started, marks } = createFixture(createFakeWebLlm());
  await webLlm.download(MODEL, () => {}, signal);
  expect([...marks]).toEqual([MODEL]);
  await webLlm.remove(MODEL);
  expect(started[0]?.terminate).toHaveBeenCalled();
  expect([...marks]).toEqual([]);
});

test("an answer ends when its model is removed meanwhile", async () => {
  const fake = createFakeWebLlm();
  const { webLlm } = createFixture(fake);
  fake.setScript({ steps: [{ text: "In " }, { until: new Promise(() => {}) }] });
  const parts = webLlm.chat({ modelId: MODEL, messages: [] }, signal).getReader();
  await parts.read();
  await webLlm.remove(MODEL);
  await expect(parts.read()).rejects.toThrow();
});

test("a worker rests only while nobody waits for it", async () => {
  const fake = createFakeWebLlm();
  const { webLlm, started, served, onWork } = createFixture(fake);
  const resume = playPaused(fake);
  const parts = webLlm.chat({ modelId: MODEL, messages: [] }, signal).getReader();
  await parts.read();
  expect(onWork).toHaveBeenCalledOnce();
  served.stopIfIdle();
  expect(started[0]?.terminate).not.toHaveBeenCalled();
  resume();
  while (!(await parts.read()).done);
  await vi.waitFor(() => {
    served.stopIfIdle();
    expect(started[0]?.terminate).toHaveBeenCalledOnce();
  });
});

test.each(["broken", "memory", "other"] as const)(
  "after an answer that failed with %s the next one gets another worker",
  async (failure) => {
    const failed = async () =>
      new ReadableStream<ModelPart>({
        start: (controller) => controller.enqueue({ type: "failed", failure }),
      });
    const { webLlm, started } = createFixture(createFakeWebLlm(), { chat: failed });
    const ask = async () => {
      const parts: ModelPart[] = [];
      for await (const part of webLlm.chat({ modelId: MODEL, messages: [] }, signal)) parts.push(part);
      return parts;
    };
    expect(await ask()).toEqual([{ type: "failed", failure }]);
    expect(started[0]?.terminate).toHaveBeenCalled();
    await ask();
    expect(started).toHaveLength(2);
  },
);
