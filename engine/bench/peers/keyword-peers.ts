import type { KeywordPeerLibrary } from "./keyword-peer";

/** Loads one engine and nothing of the others. */
export const KEYWORD_PEERS: Readonly<Record<string, () => Promise<KeywordPeerLibrary>>> = {
  ours: async () => (await import("./ours-keyword")).loadPeer(),
  minisearch: async () => (await import("./minisearch")).minisearch,
  flexsearch: async () => (await import("./flexsearch")).flexsearch,
  sqlite: async () => (await import("./sqlite")).loadPeer(),
  orama: async () => (await import("./orama-keyword")).oramaKeyword,
};
