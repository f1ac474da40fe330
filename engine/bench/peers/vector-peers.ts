import type { VectorPeerLibrary } from "./vector-peer";

/** Engines by name, in the order they run; the exact one is first. Each loads nothing of the others. */
export const VECTOR_PEERS: Readonly<Record<string, () => Promise<VectorPeerLibrary>>> = {
  "float32-js": async () => (await import("./float32")).float32,
  ours: async () => (await import("./ours-vector")).loadPeer(),
  "hnswlib-wasm": async () => (await import("./hnswlib")).loadPeer(),
  "voy-search": async () => (await import("./voy")).loadPeer(),
  "@orama/orama": async () => (await import("./orama-vector")).oramaVector,
};
