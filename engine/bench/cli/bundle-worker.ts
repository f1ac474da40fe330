import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compileKernel } from "../../search-index/kernel/compile-kernel";
import { compileBandwidth } from "./compile-bandwidth";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

const MODEL = "assets/models/static-v0";

/** Files the engines fetch, by the name they are served under. */
const FILES = {
  "voy_search_bg.wasm": "node_modules/voy-search/voy_search_bg.wasm",
  "sqlite3.wasm": "engine/bench/node_modules/@sqlite.org/sqlite-wasm/sqlite-wasm/jswasm/sqlite3.wasm",
  "vocab.json": `${MODEL}/vocab.json`,
  "table.i8": `${MODEL}/table.i8`,
  "scale.f32": `${MODEL}/scale.f32`,
};

/** Fills `folder` with the page, the worker (every engine a chunk of its own) and the files they fetch. */
export async function bundleWorker(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: ["bench-worker", "host-page"].map((name) => join(ROOT, `engine/bench/worker/${name}.ts`)),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    // "worker" comes first: some packages reach for the DOM under "browser".
    conditions: ["worker", "browser"],
    target: "chrome124",
    minify: true,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  for (const [name, path] of Object.entries(FILES)) await copyFile(join(ROOT, path), join(folder, name));
  await writeFile(join(folder, "kernel.wasm"), await compileKernel());
  await writeFile(join(folder, "bandwidth.wasm"), await compileBandwidth());
  await writeFile(
    join(folder, "index.html"),
    '<!doctype html><script type="module" src="/host-page.js"></script>',
  );
}
