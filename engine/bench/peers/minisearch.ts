import MiniSearch from "minisearch";
import type { KeywordPeer, KeywordPeerLibrary } from "./keyword-peer";

const KEY = "minisearch";
const OPTIONS = { fields: ["text"] };

/** MiniSearch with its defaults; while typing, with prefixes and its usual fuzziness of 0.2. */
export const minisearch: KeywordPeerLibrary = {
  create: () => createPeer(new MiniSearch(OPTIONS)),
  async open(store) {
    const saved = await store.get(KEY);
    if (typeof saved !== "string") throw new Error("nothing was saved");
    return createPeer(MiniSearch.loadJSON(saved, OPTIONS));
  },
};

function createPeer(index: MiniSearch): KeywordPeer {
  const ask = (query: string, limit: number, options: { prefix?: boolean; fuzzy?: number }) =>
    index
      .search(query, options)
      .slice(0, limit)
      .map(({ id }) => Number(id));
  return {
    add: (first, texts) => index.addAll(texts.map((text, at) => ({ id: first + at, text }))),
    remove: (first, texts) => index.discardAll(texts.map((_, at) => first + at)),
    search: (query, limit) => ask(query, limit, {}),
    suggest: (query, limit) => ask(query, limit, { prefix: true, fuzzy: 0.2 }),
    async save(store) {
      const saved = JSON.stringify(index);
      await store.put(KEY, saved);
      return saved.length;
    },
  };
}
