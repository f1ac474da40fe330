import * as glue from "voy-search/voy_search_bg.js";

export type Voy = glue.Voy;

/** voy-search, ready to make indexes. All of them live in one WASM instance. */
export interface VoyEngine {
  /** Counts restarts: indexes made in an earlier generation are dead. */
  readonly generation: number;
  create(resource: ConstructorParameters<typeof glue.Voy>[0]): Voy;
  /** A trap leaves the instance unusable for good; this replaces it. */
  restart(): void;
}

/**
 * Instantiates voy-search from the bytes of its `voy_search_bg.wasm`. Its own entry imports WASM as a module,
 * which neither the engine's bundle nor Node takes. The glue holds one instance: load it once.
 */
export async function loadVoy(wasm: Uint8Array<ArrayBuffer>): Promise<VoyEngine> {
  const module = await WebAssembly.compile(wasm);
  let memory = instantiate(module);
  let generation = 0;
  return {
    get generation() {
      return generation;
    },
    create: (resource) => new glue.Voy(resource),
    restart: () => {
      // The glue keeps views of the memory and renews them only once they are detached; growing detaches.
      memory.grow(0);
      memory = instantiate(module);
      generation++;
    },
  };
}

function instantiate(module: WebAssembly.Module): WebAssembly.Memory {
  const { exports } = new WebAssembly.Instance(module, {
    "./voy_search_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(exports);
  if (!(exports.memory instanceof WebAssembly.Memory)) {
    throw new TypeError("Cannot load voy-search: its WASM exports no memory");
  }
  return exports.memory;
}
