import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { compileKernel } from "../../../engine/search-index/kernel/compile-kernel";
import { plasmoConfig } from "../../../plasmo.config";
import { buildWebLlm } from "./build-web-llm";
import { removeOnnxCdn } from "./remove-onnx-cdn";
import { ROOT } from "../paths";

/** Bundles the workers, compiles the SIMD kernel and lists the models into the ignored folder of assets/. */
export async function buildEngine(): Promise<void> {
  const output = join(ROOT, plasmoConfig.engine.output);
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  await build({
    entryPoints: [
      { in: join(ROOT, plasmoConfig.engine.entry), out: "worker" },
      { in: join(ROOT, plasmoConfig.engine.webLlm), out: "web-llm" },
      { in: join(ROOT, plasmoConfig.engine.transformersJs), out: "transformers-js" },
      { in: join(ROOT, plasmoConfig.engine.ocr), out: "ocr" },
    ],
    outdir: output,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    // "worker" comes first: some packages reach for the DOM under "browser". The last one leaves ONNX Runtime's loader
    // in its own file, which its threads load, too.
    conditions: ["worker", "browser", "onnxruntime-web-use-extern-wasm"],
    plugins: [removeOnnxCdn],
    target: "chrome124",
    minify: true,
    legalComments: "none",
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  await writeFile(join(output, "kernel.wasm"), await compileKernel());
  await buildWebLlm(output);
}
