import { Index } from "flexsearch";
import { byteSize } from "../measure/byte-size";
import type { KeywordPeer, KeywordPeerLibrary } from "./keyword-peer";

const KEY = "flexsearch";
const REMOVAL_BUDGET_MS = 60_000;

/** FlexSearch with its defaults; `suggest` lets a text match that lacks some words of the query. */
export const flexsearch: KeywordPeerLibrary = {
  create: () => createPeer(new Index()),
  async open(store) {
    const saved = await store.get(KEY);
    if (!(saved instanceof Map)) throw new Error("nothing was saved");
    const index = new Index();
    for (const [key, data] of saved as Map<string, string>) index.import(key, data);
    return createPeer(index);
  },
};

function createPeer(index: Index): KeywordPeer {
  return {
    add(first, texts) {
      for (const [at, text] of texts.entries()) index.add(first + at, text);
    },
    remove(first, texts) {
      const begin = performance.now();
      for (const at of texts.keys()) {
        index.remove(first + at);
        // Without `fastupdate`, which costs memory, each removal walks the whole index.
        if (performance.now() - begin > REMOVAL_BUDGET_MS) {
          throw new Error(
            `gave up after ${at + 1} of ${texts.length} texts in ${REMOVAL_BUDGET_MS / 1000} s`,
          );
        }
      }
    },
    search: (query, limit) => index.search(query, { limit, suggest: true }).map(Number),
    async save(store) {
      const parts = new Map<string, string>();
      await index.export((key, data) => {
        parts.set(key, data);
      });
      await store.put(KEY, parts);
      return byteSize(parts);
    },
  };
}
