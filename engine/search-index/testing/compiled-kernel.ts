import { compileKernel } from "../kernel/compile-kernel";

let compiled: Promise<WebAssembly.Module> | undefined;

/** The kernel as the build compiles it; once for all tests of a process, for it takes seconds. */
export function compiledKernel(): Promise<WebAssembly.Module> {
  compiled ??= compileKernel().then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}
