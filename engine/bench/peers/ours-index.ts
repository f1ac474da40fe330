import type { IndexChange, IndexManifest, StoredSegment } from "../../model/index-change";
import { openSearchIndex } from "../../search-index/open-search-index";
import type { IndexBatch, SearchIndex } from "../../search-index/search-index";
import { byteSize } from "../measure/byte-size";
import type { BlobStore } from "../worker/blob-store";

const MANIFEST = "ours/manifest";
const segmentKey = (id: number) => `ours/segment/${id}`;

/** Our index with its commits, as the product drives it: prepare, commit, apply, and merge now and then. */
export interface OursIndex {
  readonly index: SearchIndex;
  change(batch: IndexBatch): void;
  /** Folds segments until there is nothing to gain. */
  merge(): void;
  /** Writes the segments that changed, then the manifest. */
  commit(store: BlobStore): Promise<void>;
  /** Commits, and returns the bytes of manifest and segments as they are stored. */
  save(store: BlobStore): Promise<number>;
}

const KERNEL_URL = "/kernel.wasm";
let kernel: WebAssembly.Module | undefined;

/** Compiles the kernel once; both our rows need it. */
export async function loadKernelModule(): Promise<WebAssembly.Module> {
  kernel ??= await WebAssembly.compileStreaming(fetch(KERNEL_URL));
  return kernel;
}

export async function createOursIndex(dimensions: number): Promise<OursIndex> {
  return trackCommits(await open(dimensions, undefined, []));
}

/** Opens what `save` stored. */
export async function openOursIndex(store: BlobStore, dimensions: number): Promise<OursIndex> {
  const manifest = (await store.get(MANIFEST)) as IndexManifest | undefined;
  if (!manifest) throw new Error("nothing was saved");
  const segments = await Promise.all(
    manifest.segments.map(({ id }) => store.get(segmentKey(id)) as Promise<StoredSegment | undefined>),
  );
  return trackCommits(await open(dimensions, manifest, segments));
}

async function open(
  dimensions: number,
  manifest: IndexManifest | undefined,
  segments: readonly (StoredSegment | undefined)[],
): Promise<SearchIndex> {
  const opened = openSearchIndex({
    embedderId: "bench",
    dimensions,
    manifest,
    segments,
    kernel: await loadKernelModule(),
  });
  if (opened.problems.length > 0) throw new Error(opened.problems.join("; "));
  return opened.index;
}

function trackCommits(index: SearchIndex): OursIndex {
  let pending: IndexChange[] = [];

  function take(change: IndexChange): void {
    index.apply(change);
    pending.push(change);
  }

  async function commit(store: BlobStore): Promise<void> {
    const changes = pending;
    pending = [];
    const dropped = new Set(changes.flatMap((change) => change.dropSegments));
    for (const { putSegments } of changes) {
      for (const segment of putSegments) {
        if (!dropped.has(segment.id)) await store.put(segmentKey(segment.id), segment);
      }
    }
    const last = changes.at(-1);
    if (last) await store.put(MANIFEST, last.manifest);
    for (const id of dropped) await store.delete(segmentKey(id));
  }

  return {
    index,
    change: (batch) => take(index.prepare(batch)),
    merge() {
      for (let change = index.prepareMerge(); change || index.merging; change = index.prepareMerge()) {
        if (change) take(change);
      }
    },
    commit,
    async save(store) {
      await commit(store);
      let bytes = byteSize(await store.get(MANIFEST));
      for (const key of await store.keys("ours/segment/")) bytes += byteSize(await store.get(key));
      return bytes;
    },
  };
}
