import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { compileKernel } from "../../../engine/search-index/kernel/compile-kernel";
import { plasmoConfig } from "../../../plasmo.config";
import { ROOT } from "../paths";
import { buildWebLlm } from "./build-web-llm";
import { removeOnnxCdn } from "./remove-onnx-cdn";

/** The workers' entry files by the names they are loaded under. */
export const WORKERS = {
  worker: plasmoConfig.engine.entry,
  "web-llm": plasmoConfig.engine.webLlm,
  "transformers-js": plasmoConfig.engine.transformersJs,
  ocr: plasmoConfig.engine.ocr,
} as const;

/** How workers are bundled, whatever for. */
export const WORKER_OPTIONS = {
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "browser",
  // "worker" comes first: some packages reach for the DOM under "browser". The last one leaves ONNX Runtime's loader
  // in its own file, which its threads load, too.
  conditions: ["worker", "browser", "onnxruntime-web-use-extern-wasm"],
  plugins: [removeOnnxCdn],
  target: "chrome124",
} satisfies BuildOptions;

/** Bundles the workers, compiles the SIMD kernel and lists the models into the ignored folder of assets/. */
export async function buildEngine(): Promise<void> {
  const output = join(ROOT, plasmoConfig.engine.output);
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  await build({
    ...WORKER_OPTIONS,
    entryPoints: Object.entries(WORKERS).map(([out, file]) => ({ in: join(ROOT, file), out })),
    outdir: output,
    minify: true,
    legalComments: "none",
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  await writeFile(join(output, "kernel.wasm"), await compileKernel());
  await buildWebLlm(output);
}
