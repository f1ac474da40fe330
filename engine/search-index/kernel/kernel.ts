/**
 * The inner loops of the vector scan. All pointers are byte offsets into one memory, 16-byte aligned. The parameters
 * are described at the functions of the same names in assembly/.
 */
export interface Kernel {
  scanSigns(
    table: number,
    signs: number,
    live: number,
    stretch: number,
    along: number,
    blocks: number,
    columns: number,
    step: number,
    bias: number,
    offset: number,
    out: number,
  ): void;
  selectTop(scores: number, count: number, wanted: number, buffer: number, out: number): number;
  rescoreCodes(
    query: number,
    rows: number,
    scales: number,
    count: number,
    width: number,
    unit: number,
    out: number,
  ): void;
}

/** Instantiates the compiled kernel over `memory`. */
export function loadKernel(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernel {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  // The module is built from this repository; the tests compare its exports with the plain kernel.
  return exports as unknown as Kernel;
}
