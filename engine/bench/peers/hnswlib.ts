import { loadHnswlib, syncFileSystem } from "hnswlib-wasm";
import { byteSize } from "../measure/byte-size";
import { settle } from "../worker/blob-store";
import type { VectorPeer, VectorPeerLibrary, VectorPeerOptions } from "./vector-peer";

type Library = Awaited<ReturnType<typeof loadHnswlib>>;
type Graph = InstanceType<Library["HierarchicalNSW"]>;

const FILE = "bench.dat";
/** The library's defaults for building; `ef` at which it is as exact as the others on this set. */
const LINKS = 16;
const EF_CONSTRUCTION = 200;
const EF_SEARCH = 64;

/** hnswlib compiled to WASM. It saves through a file system of its own, itself kept in IndexedDB. */
export async function loadPeer(): Promise<VectorPeerLibrary> {
  const library = await loadHnswlib();
  return {
    create({ dimensions, capacity }) {
      const graph = new library.HierarchicalNSW("cosine", dimensions, "");
      graph.initIndex(capacity, LINKS, EF_CONSTRUCTION, 100);
      return createPeer(graph, dimensions);
    },
    async open(_store, { dimensions, capacity }: VectorPeerOptions) {
      await syncFileSystem("read");
      const graph = new library.HierarchicalNSW("cosine", dimensions, "");
      await graph.readIndex(FILE, capacity);
      return createPeer(graph, dimensions);
    },
  };
}

function createPeer(graph: Graph, dimensions: number): VectorPeer {
  graph.setEfSearch(EF_SEARCH);
  return {
    add(first, vectors) {
      const rows = toRows(vectors, dimensions);
      graph.addPoints(
        rows,
        rows.map((_, at) => first + at),
        false,
      );
    },
    remove(first, vectors) {
      graph.markDeleteItems(toRows(vectors, dimensions).map((_, at) => first + at));
    },
    search: (query, limit) => graph.searchKnn(query, limit, undefined).neighbors,
    async save() {
      await graph.writeIndex(FILE);
      await syncFileSystem("write");
      return storedBytes();
    },
  };
}

function toRows(vectors: Float32Array, dimensions: number): Float32Array[] {
  return Array.from({ length: vectors.length / dimensions }, (_, row) =>
    vectors.subarray(row * dimensions, (row + 1) * dimensions),
  );
}

/** What its file system keeps in IndexedDB. */
async function storedBytes(): Promise<number> {
  let bytes = 0;
  for (const { name } of await indexedDB.databases()) {
    if (!name?.includes("hnswlib")) continue;
    const database = await settle(indexedDB.open(name));
    const files = await settle(database.transaction("FILE_DATA").objectStore("FILE_DATA").getAll());
    bytes += byteSize(files);
    database.close();
  }
  return bytes;
}
