import type { KeywordPeerLibrary } from "./keyword-peer";

/** Engines by name, in the order they run. Each loads nothing of the others. */
export const KEYWORD_PEERS: Readonly<Record<string, () => Promise<KeywordPeerLibrary>>> = {
  ours: async () => (await import("./ours-keyword")).loadPeer(),
  minisearch: async () => (await import("./minisearch")).minisearch,
  flexsearch: async () => (await import("./flexsearch")).flexsearch,
  "sqlite-fts5": async () => (await import("./sqlite")).loadPeer(),
  "@orama/orama": async () => (await import("./orama-keyword")).oramaKeyword,
};
