import { readFileSync } from "node:fs";
import type { SearchDeps } from "../create-search";
import { readStaticModelFiles } from "../embed/static/testing/load-static-model";

/** The files of `createSearch`, read from disk, without the kernel, whose fallback finds the same. */
export function readSearchFiles(): Pick<SearchDeps, "model" | "voy" | "kernel"> {
  const voy = new URL("../../node_modules/voy-search/voy_search_bg.wasm", import.meta.url);
  return { model: readStaticModelFiles(), voy: new Uint8Array(readFileSync(voy)), kernel: undefined };
}
