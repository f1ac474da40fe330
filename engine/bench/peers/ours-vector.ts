import { createOursIndex, loadKernelModule, type OursIndex, openOursIndex } from "./ours-index";
import type { VectorPeer, VectorPeerLibrary } from "./vector-peer";

/** Our index, filled with vectors alone: one document with one empty chunk for each. */
export async function loadPeer(): Promise<VectorPeerLibrary> {
  await loadKernelModule();
  return {
    create: async ({ dimensions }) => createPeer(await createOursIndex(dimensions), dimensions),
    open: async (store, { dimensions }) => createPeer(await openOursIndex(store, dimensions), dimensions),
  };
}

/** Document ids are given out from 1 in the order rows are added. */
function createPeer(ours: OursIndex, dimensions: number): VectorPeer {
  return {
    add(_first, vectors) {
      const ids = ours.index.allocateIds(vectors.length / dimensions);
      const add = ids.map((documentId, row) => ({
        documentId,
        sourceId: "bench",
        type: "file" as const,
        title: "",
        updatedAt: 0,
        chunks: [
          {
            ordinal: 0,
            headings: [],
            text: "",
            vector: vectors.subarray(row * dimensions, (row + 1) * dimensions),
          },
        ],
      }));
      ours.change({ add, remove: [] });
    },
    remove(first, vectors) {
      const remove = Array.from({ length: vectors.length / dimensions }, (_, row) => first + row + 1);
      ours.change({ add: [], remove });
    },
    search: (query, limit) => ours.index.vector(query, { limit }).map(({ documentId }) => documentId - 1),
    compact: ours.merge,
    commit: ours.commit,
    save: ours.save,
  };
}
