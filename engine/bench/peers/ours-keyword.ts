import type { KeywordPeer, KeywordPeerLibrary } from "./keyword-peer";
import { createOursIndex, loadKernelModule, type OursIndex, openOursIndex } from "./ours-index";

/** Every chunk of our index has a vector; here they are as small as they get, and all the same. */
const DIMENSIONS = 16;
const VECTOR = new Float32Array(DIMENSIONS).fill(1 / Math.sqrt(DIMENSIONS));

/** Our index, filled with text: one document with one chunk for each. */
export async function loadPeer(): Promise<KeywordPeerLibrary> {
  await loadKernelModule();
  return {
    create: async () => createPeer(await createOursIndex(DIMENSIONS)),
    open: async (store) => createPeer(await openOursIndex(store, DIMENSIONS)),
  };
}

/** Document ids are given out from 1 in the order texts are added. */
function createPeer(ours: OursIndex): KeywordPeer {
  return {
    add(_first, texts) {
      const ids = ours.index.allocateIds(texts.length);
      const add = ids.map((documentId, at) => ({
        documentId,
        sourceId: "bench",
        type: "file" as const,
        title: "",
        updatedAt: 0,
        chunks: [{ ordinal: 0, headings: [], text: texts[at] ?? "", vector: VECTOR }],
      }));
      ours.change({ add, remove: [] });
    },
    remove(first, texts) {
      ours.change({ add: [], remove: texts.map((_, at) => first + at + 1) });
    },
    search: (query, limit) => ours.index.keyword(query, { limit }).map(({ documentId }) => documentId - 1),
    suggest: (query, limit) => ours.index.suggest(query, { limit }).map(({ documentId }) => documentId - 1),
    compact: ours.merge,
    commit: ours.commit,
    save: ours.save,
  };
}
