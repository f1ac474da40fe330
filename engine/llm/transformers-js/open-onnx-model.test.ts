import * as onnxRuntime from "onnxruntime-web";
import { expect, test } from "vitest";
import type { ModelFiles, OnnxModel } from "../../ports/transformers-js";
import { createTinyChatModel, type TinyChatOptions } from "../../testing/onnx/tiny-chat-model";
import { fileUrl } from "./fetch-model-files";

// Transformers.js takes the runtime it finds here: ONNX Runtime's WASM as it runs in Node.
onnxRuntime.env.wasm.wasmPaths = new URL("../../../node_modules/onnxruntime-web/dist/", import.meta.url).href;
onnxRuntime.env.wasm.numThreads = 1;
Object.assign(globalThis, { [Symbol.for("onnxruntime")]: onnxRuntime });
const { openOnnxModel } = await import("./open-onnx-model");

const ANSWER = "The heron nests by a weir [1].";
const MODEL: OnnxModel = {
  id: "Tiny-q4",
  name: "Tiny",
  repository: "pond/Tiny",
  revision: "abc",
  precision: "q4",
  files: [],
  contextTokens: 500,
  memoryBytes: 0,
};
const question = (content: string) => [{ role: "user", content }] as const;

function toModelFiles(contents: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): ModelFiles {
  const byUrl = new Map([...contents].map(([path, bytes]) => [fileUrl(MODEL, path), bytes]));
  return {
    read: async (url) => {
      const bytes = byUrl.get(url);
      return bytes && new Response(bytes);
    },
    write: async () => {},
  };
}

async function createFixture(options: Partial<TinyChatOptions> = {}) {
  const files = toModelFiles(createTinyChatModel({ answer: ANSWER, ...options }));
  let pauses = 0;
  let onPause = (_count: number) => {};
  const pause = () => {
    onPause(++pauses);
    return new Promise<void>((resolve) => setImmediate(resolve));
  };
  const session = await openOnnxModel(MODEL, { files, pause });
  const texts: string[] = [];
  const ask = (content: string, options: { maxOutputTokens?: number; signal?: AbortSignal } = {}) => {
    const { signal = new AbortController().signal, ...limits } = options;
    return session.answer(
      { messages: question(content), ...limits },
      { onText: (text) => texts.push(text), signal },
    );
  };
  const onPauses = (listener: (count: number) => void) => {
    onPause = listener;
  };
  return { session, texts, ask, onPauses };
}

test("a model answers in pieces, and reports how many tokens it read and wrote", async () => {
  const { texts, ask } = await createFixture();
  expect(await ask("Where does it nest?")).toEqual({
    type: "finish",
    reason: "stop",
    // <|user|>, four words, <|end|>, <|assistant|>
    inputTokens: 7,
    // Seven words and the end.
    outputTokens: 8,
  });
  expect(texts.join("")).toBe(ANSWER);
  expect(texts.length).toBeGreaterThan(3);
});

test.each([63, 64, 65, 300])("a prompt of %i words is read to its end, whatever the step", async (count) => {
  const { texts, ask } = await createFixture();
  const { inputTokens } = await ask("word ".repeat(count).trim());
  expect(inputTokens).toBe(count + 3);
  expect(texts.join("")).toBe(ANSWER);
});

test("at most 64 tokens of a prompt are read at once, and messages can arrive before each step", async () => {
  const { texts, ask, onPauses } = await createFixture({ maxTokensPerCall: 64 });
  let last = 0;
  onPauses((count) => {
    last = count;
  });
  const { outputTokens } = await ask("word ".repeat(300).trim());
  expect(texts.join("")).toBe(ANSWER);
  // 303 tokens in five steps, the last of which makes the first word.
  expect(last).toBe(5 + outputTokens - 1);
});

test("an answer ends at its limit and reports that", async () => {
  const { texts, ask } = await createFixture();
  expect(await ask("Where?", { maxOutputTokens: 3 })).toMatchObject({ reason: "length", outputTokens: 3 });
  expect(texts.join("")).toBe("The heron nests");
});

test("an answer that ends exactly at its limit is not reported as cut", async () => {
  const { ask } = await createFixture();
  expect(await ask("Where?", { maxOutputTokens: 8 })).toMatchObject({ reason: "stop", outputTokens: 8 });
});

test("an answer without a limit ends where the window does", async () => {
  const { ask } = await createFixture({ endless: true });
  const { inputTokens, outputTokens, reason } = await ask("Where?");
  expect(inputTokens + outputTokens).toBe(MODEL.contextTokens);
  expect(reason).toBe("length");
});

test("an aborted answer ends, and the next one is complete", async () => {
  const { session, ask } = await createFixture({ endless: true });
  const stop = new AbortController();
  let textCount = 0;
  const { outputTokens } = await session.answer(
    { messages: question("Where?") },
    {
      onText: () => {
        textCount++;
        if (textCount === 5) stop.abort();
      },
      signal: stop.signal,
    },
  );
  expect(outputTokens).toBeLessThan(10);
  expect((await ask("Where?", { maxOutputTokens: 20 })).outputTokens).toBe(20);
});

test("a prompt that is aborted while it is read is neither read further nor answered", async () => {
  const { texts, ask, onPauses } = await createFixture();
  const stop = new AbortController();
  let last = 0;
  onPauses((count) => {
    last = count;
    if (count === 2) stop.abort();
  });
  expect(await ask("word ".repeat(400), { signal: stop.signal })).toMatchObject({ outputTokens: 0 });
  expect(last).toBe(2);
  expect(texts).toEqual([]);
});

test("a prompt as long as the window is refused", async () => {
  const { ask } = await createFixture();
  await expect(ask("word ".repeat(497).trim())).rejects.toMatchObject({ code: "context-overflow" });
});

test("a missing file is named, and not downloaded", async () => {
  const files = createTinyChatModel({ answer: ANSWER });
  const without = (path: string) => toModelFiles(new Map([...files].filter(([name]) => name !== path)));
  const pause = async () => {};
  for (const path of ["tokenizer.json", "onnx/model_q4.onnx"]) {
    const opening = openOnnxModel(MODEL, { files: without(path), pause });
    await expect(opening).rejects.toMatchObject({
      code: "not-found",
      message: expect.stringContaining(path),
    });
  }
});
