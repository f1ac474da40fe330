import { readFileSync } from "node:fs";
import { createFakeHub } from "../../engine/llm/testing/fake-hub";
import { createTinyChatModel } from "../../engine/testing/tiny-chat-model";
import { test } from "./atlas-test";
import { serveVendors } from "./serve-vendors";
const SIZES: Record<string, [string, number]> = { "135": ["SmolLM2-135M-Instruct-q4", 49152], "360": ["SmolLM2-360M-Instruct-q4", 49152], qwen: ["Qwen2.5-0.5B-Instruct-q4", 151936] };
for (const key of (process.env.PROBE ?? "135").split(","))
test(`probe ${key}`, async ({ launch }) => {
  test.setTimeout(580_000);
  const [id, V] = SIZES[key]!;
  const files = new Map(createTinyChatModel({ answer: "a b" }));
  const tok = JSON.parse(new TextDecoder().decode(files.get("tokenizer.json")));
  for (let i = Object.keys(tok.model.vocab).length; i < V; i++) tok.model.vocab[`w${i}`] = i;
  files.set("tokenizer.json", new TextEncoder().encode(JSON.stringify(tok)));
  files.set("config.json", new Uint8Array(readFileSync(`/tmp/synth/${key}.json`)));
  files.set("onnx/model_q4.onnx", new Uint8Array(readFileSync(`/tmp/synth/${key}.onnx`)));
  const hub = createFakeHub(); hub.publish(id, files);
  const site = await serveVendors([hub]);
  const atlas = await launch({ switches: site.switches });
  const page = await atlas.open("options.html");
  const out = await page.evaluate(async ([id]) => {
    const worker = new Worker("/engine/transformers-js.js", { type: "module" });
    let n = 0;
    const call = (path: string, args: unknown[], transfer: Transferable[] = [], handler?: number) => new Promise<any>((resolve) => {
      const cid = `c${n++}`;
      worker.addEventListener("message", function on(e) { if (e.data?.id === cid) { worker.removeEventListener("message", on); resolve(e.data.value); } });
      worker.postMessage({ id: cid, type: "APPLY", path: [path], argumentList: args }, transfer);
    });
    const { port1, port2 } = new MessageChannel();
    port2.start();
    const log: string[] = [];
    await new Promise((r) => setTimeout(r, 1500));
    let t = performance.now();
    const failure = await call("load", [{ type: "RAW", value: id }, { type: "HANDLER", name: "proxy", value: port1 }], [port1]);
    log.push(`load ${JSON.stringify(failure)} ${Math.round(performance.now() - t)} ms`);
    for (const words of [200, 1500, 3800]) {
      t = performance.now();
      const stream: ReadableStream<any> = await call("chat", [{ type: "RAW", value: { modelId: id, messages: [{ role: "user", content: "word ".repeat(words).trim() }], maxOutputTokens: 24 } }]);
      let first = 0; let last: any; const reader = stream.getReader();
      for (;;) { const { done, value } = await reader.read(); if (done) break; if (!first && value.type === "text") first = performance.now(); last = value; }
      const end = performance.now();
      const mem = (await (performance as any).measureUserAgentSpecificMemory?.())?.bytes;
      log.push(`${words} words: first ${Math.round(first - t)} ms, ${(23_000 / (end - first)).toFixed(1)} tokens/s, memory ${Math.round(mem / 1e6)} MB, ${JSON.stringify(last)}`);
    }
    return log;
  }, [id] as const);
  console.log(key, out.join("\n"));
  await site.close();
});
