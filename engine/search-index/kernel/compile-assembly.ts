import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Compiles an AssemblyScript file of `folder`, and its imports, to the bytes of a WASM module that imports its memory
 * and needs SIMD. Takes about a second. Rejects with the messages of the compiler.
 */
export async function compileAssembly(folder: string, source: string): Promise<Uint8Array<ArrayBuffer>> {
  // Imported here, because loading the compiler takes seconds, which a command that only prints its usage must not wait for.
  const { default: asc } = await import("assemblyscript/asc");
  let binary: Uint8Array<ArrayBuffer> | undefined;
  const { error, stderr } = await asc.main(
    [
      source,
      ...["--outFile", "out.wasm"],
      ...["--optimizeLevel", "3", "--noAssert", "--runtime", "stub"],
      ...["--enable", "simd", "--importMemory"],
    ],
    {
      readFile: (name) => readFile(join(folder, name), "utf8").catch(() => null),
      writeFile: (name, contents) => {
        if (name === "out.wasm" && contents instanceof Uint8Array) binary = new Uint8Array(contents);
      },
      listFiles: () => [],
    },
  );
  if (error || !binary) throw new Error(`Cannot compile ${source}: ${stderr.toString()}`, { cause: error });
  return binary;
}
