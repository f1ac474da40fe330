import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const FOLDER = fileURLToPath(new URL("../assembly", import.meta.url));

/** Compiles the loop that reads memory and does nothing else, with the settings of the search kernel. */
export async function compileBandwidth(): Promise<Uint8Array<ArrayBuffer>> {
  let binary: Uint8Array<ArrayBuffer> | undefined;
  const { error, stderr } = await asc.main(
    [
      "read-bytes.ts",
      ...["--outFile", "bandwidth.wasm"],
      ...["--optimizeLevel", "3", "--noAssert", "--runtime", "stub"],
      ...["--enable", "simd", "--importMemory"],
    ],
    {
      readFile: (name) => readFile(join(FOLDER, name), "utf8").catch(() => null),
      writeFile: (name, contents) => {
        if (name === "bandwidth.wasm" && contents instanceof Uint8Array) binary = new Uint8Array(contents);
      },
      listFiles: () => [],
    },
  );
  if (error || !binary) {
    throw new Error(`Cannot compile the bandwidth loop: ${stderr.toString()}`, { cause: error });
  }
  return binary;
}
