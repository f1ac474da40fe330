/** Bytes in use by this worker. */
export interface MemoryUse {
  /** JavaScript heap with its buffers, as the browser accounts for it. */
  readonly heapBytes: number;
  /** WASM memories, which the browser's account leaves out. */
  readonly wasmBytes: number;
}

export interface MemoryMeter {
  measure(): Promise<MemoryUse>;
}

/** What was taken between two measurements, in the fields of a report. */
export function memoryTaken(before: MemoryUse, after: MemoryUse) {
  const wasmBytes = after.wasmBytes - before.wasmBytes;
  return { memoryBytes: Math.max(0, after.heapBytes - before.heapBytes) + wasmBytes, wasmBytes };
}

/**
 * Follows every WASM memory made in this worker, whoever makes it; must run before an engine is loaded.
 * `askPage` measures the whole page, since workers cannot measure themselves.
 */
export function createMemoryMeter(askPage: () => Promise<number>): MemoryMeter {
  const memories = new Set<WeakRef<WebAssembly.Memory>>();
  const watched = new WeakSet<WebAssembly.Memory>();
  // A memory a module imports and exports again passes here twice.
  const watch = (value: unknown) => {
    if (!(value instanceof WebAssembly.Memory) || watched.has(value)) return;
    watched.add(value);
    memories.add(new WeakRef(value));
  };
  const watchExports = (instance: WebAssembly.Instance) => Object.values(instance.exports).forEach(watch);

  WebAssembly.Memory = new Proxy(WebAssembly.Memory, {
    construct(Target, [descriptor]) {
      const memory = new Target(descriptor as WebAssembly.MemoryDescriptor);
      watch(memory);
      return memory;
    },
  });
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(Target, [module, imports]) {
      const instance = new Target(module as WebAssembly.Module, imports as WebAssembly.Imports);
      watchExports(instance);
      return instance;
    },
  });
  const following = {
    async apply(target: typeof WebAssembly.instantiate, self: unknown, input: unknown[]) {
      const made = await Reflect.apply(target, self, input);
      watchExports(made instanceof WebAssembly.Instance ? made : made.instance);
      return made;
    },
  };
  const { instantiate, instantiateStreaming } = WebAssembly;
  Object.assign(WebAssembly, {
    instantiate: new Proxy(instantiate, following),
    instantiateStreaming: new Proxy(instantiateStreaming as unknown as typeof instantiate, following),
  });

  return {
    async measure() {
      const heapBytes = await askPage();
      const wasmBytes = [...memories].reduce(
        (sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0),
        0,
      );
      return { heapBytes, wasmBytes };
    },
  };
}
