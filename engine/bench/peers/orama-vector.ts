import { create, insertMultiple, load, removeMultiple, save, search } from "@orama/orama";
import { byteSize } from "../measure/byte-size";
import type { VectorPeer, VectorPeerLibrary } from "./vector-peer";

const KEY = "orama-vector";

/** Orama's vector search: a scan over JavaScript arrays. */
export const oramaVector: VectorPeerLibrary = {
  create: ({ dimensions }) => createPeer(createDatabase(dimensions), dimensions),
  async open(store, { dimensions }) {
    const database = createDatabase(dimensions);
    load(database, (await store.get(KEY)) as Parameters<typeof load>[1]);
    return createPeer(database, dimensions);
  },
};

function createDatabase(dimensions: number) {
  return create({ schema: { embedding: `vector[${dimensions}]` } as const });
}

function createPeer(database: ReturnType<typeof createDatabase>, dimensions: number): VectorPeer {
  return {
    async add(first, vectors) {
      const documents = Array.from({ length: vectors.length / dimensions }, (_, row) => ({
        id: String(first + row),
        embedding: [...vectors.subarray(row * dimensions, (row + 1) * dimensions)],
      }));
      await insertMultiple(database, documents, documents.length);
    },
    async remove(first, vectors) {
      const ids = Array.from({ length: vectors.length / dimensions }, (_, row) => String(first + row));
      await removeMultiple(database, ids, ids.length);
    },
    async search(query, limit) {
      const vector = { value: [...query], property: "embedding" };
      const { hits } = await search(database, { mode: "vector", vector, similarity: -1, limit });
      return hits.map(({ id }) => Number(id));
    },
    async save(store) {
      const saved = save(database);
      await store.put(KEY, saved);
      return byteSize(saved);
    },
  };
}
