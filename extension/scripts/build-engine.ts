import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { compileKernel } from "../../engine/search-index/kernel/compile-kernel";
import { plasmoConfig } from "../../plasmo.config";
import { ROOT } from "./paths";

/** Bundles the engine worker and compiles its SIMD kernel into the ignored folder of assets/. */
export async function buildEngine(): Promise<void> {
  const output = join(ROOT, plasmoConfig.engine.output);
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  await build({
    entryPoints: [{ in: join(ROOT, plasmoConfig.engine.entry), out: "worker" }],
    outdir: output,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    // "worker" comes first: some packages reach for the DOM under "browser".
    conditions: ["worker", "browser"],
    target: "chrome124",
    minify: true,
    legalComments: "none",
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  await writeFile(join(output, "kernel.wasm"), await compileKernel());
}
