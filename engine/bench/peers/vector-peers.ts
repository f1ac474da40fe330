import type { VectorPeerLibrary } from "./vector-peer";

/** Loads one engine and nothing of the others. */
export const VECTOR_PEERS: Readonly<Record<string, () => Promise<VectorPeerLibrary>>> = {
  float32: async () => (await import("./float32")).float32,
  ours: async () => (await import("./ours-vector")).loadPeer(),
  hnswlib: async () => (await import("./hnswlib")).loadPeer(),
  voy: async () => (await import("./voy")).loadPeer(),
  orama: async () => (await import("./orama-vector")).oramaVector,
};
