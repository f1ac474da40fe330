import * as glue from "voy-search/voy_search_bg.js";

/** The part of voy's index that is used. */
export type Voy = Pick<glue.Voy, "search" | "free">;

/** voy-search, ready to make indexes. All of them live in one WASM instance of this engine's own. */
export interface VoyEngine {
  /** Counts restarts: indexes of an earlier generation are unusable. */
  readonly generation: number;
  create(resource: ConstructorParameters<typeof glue.Voy>[0]): Voy;
  /** A trap makes the instance unusable; this replaces it. */
  restart(): void;
}

interface Instance {
  readonly exports: WebAssembly.Exports;
  readonly memory: WebAssembly.Memory;
}

/** The current instance of the glue, which supports one at a time. */
let activeInstance: Instance | undefined;

/**
 * Instantiates voy-search from the bytes of its `voy_search_bg.wasm`. Its own entry imports WASM as a module, which
 * neither the engine's bundle nor Node supports. Engines share the glue and switch it between their instances.
 */
export async function loadVoy(wasm: Uint8Array<ArrayBuffer>): Promise<VoyEngine> {
  const module = await WebAssembly.compile(wasm);
  let instance = instantiate(module);
  let generation = 0;
  activate(instance);
  return {
    get generation() {
      return generation;
    },
    create: (resource) => {
      const own = instance;
      activate(own);
      const voy = new glue.Voy(resource);
      return {
        search: (query, limit) => {
          activate(own);
          return voy.search(query, limit);
        },
        free: () => {
          activate(own);
          voy.free();
        },
      };
    },
    restart: () => {
      instance = instantiate(module);
      generation++;
    },
  };
}

/** Calls into the glue are synchronous, so no other engine can enter before they end. */
function activate(instance: Instance): void {
  if (activeInstance === instance) return;
  // The glue caches views of the memory and renews them only once they are detached; growing detaches.
  activeInstance?.memory.grow(0);
  glue.__wbg_set_wasm(instance.exports);
  activeInstance = instance;
}

function instantiate(module: WebAssembly.Module): Instance {
  const { exports } = new WebAssembly.Instance(module, {
    "./voy_search_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  const { memory } = exports;
  if (memory instanceof WebAssembly.Memory) return { exports, memory };
  throw new TypeError("Cannot load voy-search: its WASM exports no memory");
}
