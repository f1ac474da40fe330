import { expect, test } from "vitest";
import type { ModelFiles, OnnxModel } from "../../ports/transformers-js";
import { fetchModelFiles, fileUrl } from "./fetch-model-files";
import { ONNX_CATALOG } from "./onnx-catalog";

const MODEL: OnnxModel = {
  id: "Tiny-q4",
  name: "Tiny",
  repository: "pond/Tiny",
  revision: "abc",
  precision: "q4",
  files: [
    { path: "config.json", bytes: 100 },
    { path: "onnx/model_q4.onnx", bytes: 300 },
  ],
  contextTokens: 500,
  memoryBytes: 0,
};
const WEIGHTS = fileUrl(MODEL, "onnx/model_q4.onnx");

/** Keeps whole bodies, as a browser's cache does; `write` may refuse. */
function createFixture({ write = async () => {} }: { write?: () => Promise<void> } = {}) {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  const files: ModelFiles = {
    read: async (url) => {
      const bytes = kept.get(url);
      return bytes && new Response(bytes);
    },
    write: async (url, body) => {
      await write();
      kept.set(url, new Uint8Array(await body.arrayBuffer()));
    },
  };
  const asked: string[] = [];
  const shares: number[] = [];
  const stop = new AbortController();
  const run = (reply: (url: string) => Response | Promise<Response>) =>
    fetchModelFiles(MODEL, {
      files,
      fetch: async (url) => {
        asked.push(url);
        return reply(url);
      },
      onProgress: (share) => shares.push(share),
      signal: stop.signal,
    });
  return { kept, asked, shares, stop, run };
}

const whole = (url: string) => new Response(new Uint8Array(url === WEIGHTS ? 300 : 100));

/** A body that breaks off after a third. */
function cut(): Response {
  let sent = false;
  return new Response(
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => {
        if (sent) return controller.error(new TypeError("network error"));
        sent = true;
        controller.enqueue(new Uint8Array(100));
      },
    }),
  );
}

test("all files of the pinned revision are downloaded, and progress ends at 1", async () => {
  const { kept, asked, shares, run } = createFixture();
  expect(await run(whole)).toBeUndefined();
  expect(asked).toEqual([
    "https://huggingface.co/pond/Tiny/resolve/abc/config.json",
    "https://huggingface.co/pond/Tiny/resolve/abc/onnx/model_q4.onnx",
  ]);
  expect([...kept.values()].map(({ length }) => length)).toEqual([100, 300]);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test("nothing of an interrupted file is kept, and only it is downloaded again", async () => {
  const { kept, asked, run } = createFixture();
  expect(await run((url) => (url === WEIGHTS ? cut() : whole(url)))).toBe("network");
  expect(kept.has(WEIGHTS)).toBe(false);
  expect(await run(whole)).toBeUndefined();
  expect(asked.slice(2)).toEqual([WEIGHTS]);
});

test.each([
  [404, "missing"],
  [401, "missing"],
  [429, "network"],
  [503, "network"],
])("a reply of %i means %s", async (status, failure) => {
  const { kept, run } = createFixture();
  expect(await run(() => new Response("no", { status }))).toBe(failure);
  expect(kept.size).toBe(0);
});

test("a computer that is offline fails with network", async () => {
  const { run } = createFixture();
  expect(await run(() => Promise.reject(new TypeError("Failed to fetch")))).toBe("network");
});

test("a full disk fails with disk-full", async () => {
  const { run } = createFixture({
    write: () => Promise.reject(Object.assign(new Error("full"), { name: "QuotaExceededError" })),
  });
  expect(await run(whole)).toBe("disk-full");
});

test("an aborted download rejects with the abort", async () => {
  const { stop, run } = createFixture();
  const running = run(() => {
    stop.abort();
    throw stop.signal.reason;
  });
  await expect(running).rejects.toMatchObject({ name: "AbortError" });
});

test("every model of the catalog names a commit, its weights and an id of its own", () => {
  expect(new Set(ONNX_CATALOG.map(({ id }) => id)).size).toBe(ONNX_CATALOG.length);
  for (const { revision, files, memoryBytes } of ONNX_CATALOG) {
    expect(revision).toMatch(/^[0-9a-f]{40}$/);
    const weights = files.at(-1);
    expect(weights?.path).toMatch(/^onnx\/model_\w+\.onnx$/);
    expect(memoryBytes).toBeGreaterThan(weights?.bytes ?? 0);
    // ONNX Runtime's memory ends at 4 GB.
    expect(memoryBytes).toBeLessThan(2_000_000_000);
  }
});
