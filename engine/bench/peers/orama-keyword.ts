import { create, insertMultiple, load, removeMultiple, save, search } from "@orama/orama";
import { byteSize } from "../measure/byte-size";
import type { KeywordPeer, KeywordPeerLibrary } from "./keyword-peer";

const KEY = "orama-keyword";

/** Orama's full-text search with its defaults; while typing, with one typo forgiven. */
export const oramaKeyword: KeywordPeerLibrary = {
  create: () => createPeer(createDatabase()),
  async open(store) {
    const database = createDatabase();
    load(database, (await store.get(KEY)) as Parameters<typeof load>[1]);
    return createPeer(database);
  },
};

function createDatabase() {
  return create({ schema: { text: "string" } as const });
}

function createPeer(database: ReturnType<typeof createDatabase>): KeywordPeer {
  async function ask(term: string, limit: number, tolerance: number) {
    const { hits } = await search(database, { term, limit, tolerance });
    return hits.map(({ id }) => Number(id));
  }
  return {
    async add(first, texts) {
      const documents = texts.map((text, at) => ({ id: String(first + at), text }));
      await insertMultiple(database, documents, documents.length);
    },
    async remove(first, texts) {
      const ids = texts.map((_, at) => String(first + at));
      await removeMultiple(database, ids, ids.length);
    },
    search: (query, limit) => ask(query, limit, 0),
    suggest: (query, limit) => ask(query, limit, 1),
    async save(store) {
      const saved = save(database);
      await store.put(KEY, saved);
      return byteSize(saved);
    },
  };
}
