import { fileURLToPath } from "node:url";
import { compileAssembly } from "../../search-index/kernel/compile-assembly";

const FOLDER = fileURLToPath(new URL("../assembly", import.meta.url));

/** The loop that reads memory and does nothing else, with the settings of the search kernel. */
export function compileBandwidth(): Promise<Uint8Array<ArrayBuffer>> {
  return compileAssembly(FOLDER, "read-bytes.ts");
}
