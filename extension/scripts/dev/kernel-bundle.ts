import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compileAssembly } from "../../../engine/search-index/kernel/compile-assembly";
import type { Bundle } from "./create-bundles";

/** The search kernel, which is not bundled but compiled. */
export function kernelBundle(root: string, folder: string): Bundle {
  const sources = join(root, "engine/search-index/kernel/assembly");
  let last = "";
  return {
    name: "engine/kernel",
    kind: "engine",
    build: async () => {
      try {
        const bytes = await compileAssembly(sources, "kernel.ts");
        const text = Buffer.from(bytes).toString("base64");
        if (text === last) return { changed: false, problems: [] };
        last = text;
        await writeFile(join(folder, "engine/kernel.wasm"), bytes);
        return { changed: true, problems: [] };
      } catch (error) {
        return { changed: false, problems: [error instanceof Error ? error.message : String(error)] };
      }
    },
    reads: (path) => path.startsWith(sources),
    dispose: async () => {},
  };
}
