import * as Comlink from "comlink";
import { createRunningTurns } from "../../engine/chat/create-running-turns";
import { createSearch, type Search } from "../../engine/create-search";
import { openStore } from "../../engine/store/open-store";
import { once } from "../../engine/util/once";
import { wait } from "../../engine/util/wait";
import { broadcastChange, broadcastChatChange } from "../messaging/changes";
import { createEngineServer, type EngineServer } from "../messaging/port/engine-server";
import { STORE_NAME } from "../messaging/store-name";
import { webLocks } from "../platform/presence";
import { createAnswer } from "./answer/create-answer";
import { toLiveSources } from "./answer/to-live-sources";
import { createYieldToOthers } from "./create-yield-to-others";
import { createDrainer } from "./drainer";
import type { EngineApi, PageApi } from "./engine-api";
import { createEngineHandlers } from "./engine-handlers";
import { createWorkerModels, type WorkerModels } from "./llm/worker-models";
import { startOcr } from "./ocr/start-ocr";

// Not the performance clock: it stands still while the computer sleeps, and "today" would be another day.
const clock = { now: () => Date.now() };
const store = openStore({ name: STORE_NAME, clock });

let server: EngineServer | undefined;

Comlink.expose({
  start: (page) => {
    server = startEngine(page);
  },
  accept: (clientId, port) => void server?.accept({ clientId, port }),
} satisfies EngineApi);

function startEngine(page: PageApi): EngineServer {
  const models = createWorkerModels(page, {
    clock,
    wait,
    fetch: (url, init) => fetch(url, init),
    egress: store.egress,
    speeds: store.speeds,
    onChange: () => broadcastChange("models"),
  });
  // A database that cannot be opened now may open later: the drainer tries again, and so does every message.
  const open = once(() => openSearch(models));
  const drainer = createDrainer(async (signal) => {
    await (await open()).drain(signal);
  });
  drainer.schedule();
  const { chats, egress } = store;
  const answer = createAnswer({ open, models, live: toLiveSources(page, Comlink.proxy) });
  const running = createRunningTurns({ answer, chats, onChange: broadcastChatChange });
  const attachments = { readBytes, images: startOcr() };
  return createEngineServer({
    presence: webLocks,
    handlers: createEngineHandlers({
      ...{ open, models, drainer, running, chats, egress, attachments },
      onChange: () => broadcastChange("chats"),
    }),
  });
}

async function openSearch({ generator }: WorkerModels): Promise<Search> {
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
    generator,
    onChange: () => broadcastChange("sources", "ledger", "index"),
  });
}

/** A file of the package, by its place relative to this worker. */
async function readPackaged(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return readBytes(new URL(path, import.meta.url));
}

async function readBytes(url: string | URL): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}
