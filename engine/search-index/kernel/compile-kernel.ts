import { fileURLToPath } from "node:url";
import { compileAssembly } from "./compile-assembly";

const FOLDER = fileURLToPath(new URL("assembly", import.meta.url));

/** The search kernel as the bytes of a WASM module. Run by the build and by tests. */
export function compileKernel(): Promise<Uint8Array<ArrayBuffer>> {
  return compileAssembly(FOLDER, "kernel.ts");
}
