import * as Comlink from "comlink";
import { createSearch, type Search } from "../../engine/create-search";
import { toPlainError } from "../../engine/errors/to-plain-error";
import { openStore } from "../../engine/store/open-store";
import { wait } from "../../engine/util/wait";
import { broadcastChange } from "../messaging/changes";
import { STORE_NAME } from "../messaging/store-name";
import { toLiveSources } from "./answer/to-live-sources";
import { createYieldToOthers } from "./create-yield-to-others";
import { createDrainer } from "./drainer";
import type { EngineApi } from "./engine-api";
import { createWorkerModels } from "./llm/worker-models";

// Wall-clock time with the fractions that timings need.
const clock = { now: () => performance.timeOrigin + performance.now() };

const store = openStore({ name: STORE_NAME, clock });
const models = createWorkerModels({
  clock,
  wait,
  fetch: (url, init) => fetch(url, init),
  egress: store.egress,
  speeds: store.speeds,
  onChange: broadcastChange,
});
const opening = open();
const drainer = createDrainer(async (signal) => {
  await (await opening).drain(signal);
});
const asks = new Map<string, AbortController>();

const api: EngineApi = {
  status: async () => (await opening).status(),
  suggest: async (query, limit) => (await opening).suggest(query, limit),
  document: async (sourceId, itemId) => (await opening).document(sourceId, itemId),
  openFocus: async (content) => (await opening).openFocus(content),
  closeFocus: async (focusId) => (await opening).closeFocus(focusId),
  drainOutbox: () => drainer.schedule(),
  ask: async (askId, request, onEvent, searchLive) => {
    const stop = new AbortController();
    asks.set(askId, stop);
    const live = toLiveSources(searchLive, (onReply) => Comlink.proxy(onReply));
    try {
      for await (const event of (await opening).ask(request, { signal: stop.signal, live })) onEvent(event);
    } catch (error) {
      if (!stop.signal.aborted) onEvent({ type: "error", error: toPlainError(error) });
    } finally {
      asks.delete(askId);
    }
  },
  startModels: (settings, pageApi) => models.start(settings, pageApi),
  changeModels: (settings) => models.started().configure(settings),
  listModels: (fresh) => models.started().overview({ fresh }),
  downloadModel: (modelId) => models.started().download(modelId),
  cancelDownload: (modelId) => models.started().cancelDownload(modelId),
  removeModel: (modelId) => models.started().remove(modelId),
  listEgress: (offset, limit) => store.egress.list({ offset, limit }),
  stopAsk: (askId) => asks.get(askId)?.abort(),
};

Comlink.expose(api);
drainer.schedule();

async function open(): Promise<Search> {
  const [vocab, table, scale, kernel, voy] = await Promise.all(
    [
      "../models/static-v0/vocab.json",
      "../models/static-v0/table.i8",
      "../models/static-v0/scale.f32",
      "kernel.wasm",
      "voy.wasm",
    ].map(readPackaged),
  );
  if (!vocab || !table || !scale || !kernel || !voy)
    throw new Error("Cannot read the packaged model: reinstall Atlas");
  return createSearch({
    store,
    model: { vocab, table, scale },
    kernel,
    voy,
    clock,
    readerUrl: new URL("../tabs/reader.html", import.meta.url).href,
    yieldToOthers: createYieldToOthers(),
    generator: models.generator,
    onChange: broadcastChange,
  });
}

/** A file of the package, by its place relative to this worker. */
async function readPackaged(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(new URL(path, import.meta.url));
  return new Uint8Array(await response.arrayBuffer());
}
