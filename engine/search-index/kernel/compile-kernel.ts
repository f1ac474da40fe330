import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const FOLDER = fileURLToPath(new URL("assembly", import.meta.url));

/**
 * Compiles the AssemblyScript sources beside this file to the bytes of a WASM module that imports its memory
 * and needs SIMD, nothing else. Run by the build and by tests; takes about a second.
 */
export async function compileKernel(): Promise<Uint8Array<ArrayBuffer>> {
  let binary: Uint8Array<ArrayBuffer> | undefined;
  const { error, stderr } = await asc.main(
    [
      "kernel.ts",
      ...["--outFile", "kernel.wasm"],
      ...["--optimizeLevel", "3", "--noAssert", "--runtime", "stub"],
      ...["--enable", "simd", "--importMemory"],
    ],
    {
      readFile: (name) => readFile(join(FOLDER, name), "utf8").catch(() => null),
      writeFile: (name, contents) => {
        if (name === "kernel.wasm" && contents instanceof Uint8Array) binary = new Uint8Array(contents);
      },
      listFiles: () => [],
    },
  );
  if (error || !binary)
    throw new Error(`Cannot compile the search kernel: ${stderr.toString()}`, { cause: error });
  return binary;
}
