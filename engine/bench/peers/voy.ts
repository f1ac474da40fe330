import { Voy } from "voy-search/voy_search_bg.js";
import { loadVoy } from "../../focus/load-voy";
import type { VectorPeer, VectorPeerLibrary } from "./vector-peer";

const KEY = "voy";

/** voy-search: a k-d tree in WASM. Removing needs the very vector that was added. */
export async function loadPeer(): Promise<VectorPeerLibrary> {
  const reply = await fetch("/voy_search_bg.wasm");
  await loadVoy(new Uint8Array(await reply.arrayBuffer()));
  return {
    create: ({ dimensions }) => createPeer(new Voy(), dimensions),
    async open(store, { dimensions }) {
      const saved = await store.get(KEY);
      if (typeof saved !== "string") throw new Error("nothing was saved");
      return createPeer(Voy.deserialize(saved), dimensions);
    },
  };
}

function createPeer(voy: Voy, dimensions: number): VectorPeer {
  return {
    add: (first, vectors) => voy.add({ embeddings: toResources(first, vectors, dimensions) }),
    remove: (first, vectors) => voy.remove({ embeddings: toResources(first, vectors, dimensions) }),
    search: (query, limit) => voy.search(query, limit).neighbors.map(({ id }) => Number(id)),
    async save(store) {
      const saved = voy.serialize();
      if (saved === "") throw new Error("serialize() returned an empty string");
      await store.put(KEY, saved);
      return saved.length;
    },
  };
}

function toResources(first: number, vectors: Float32Array, dimensions: number) {
  return Array.from({ length: vectors.length / dimensions }, (_, row) => ({
    id: String(first + row),
    title: "",
    url: "",
    embeddings: [...vectors.subarray(row * dimensions, (row + 1) * dimensions)],
  }));
}
