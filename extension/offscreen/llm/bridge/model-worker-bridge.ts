import type {
  Gpu,
  ModelChat,
  ModelFailure,
  ModelPart,
  ModelWorker,
} from "../../../../engine/ports/model-worker";
import { createLazyWorker, type RunningWorker, type StartedWorker } from "../page/lazy-worker";
import type { Marshaller } from "./prompt-bridge";
import { callRemote, createCallRegistry, streamRemote } from "./remote-call";

/** A model worker's interface for the engine worker. Every call has an id, chosen there, by which it is stopped. */
export interface RemoteModelWorker<Model> {
  models(): Promise<readonly Model[]>;
  gpu(): Promise<Gpu>;
  freeBytes(): Promise<number>;
  downloaded(): Promise<readonly string[]>;
  download(
    callId: string,
    modelId: string,
    onProgress: (share: number) => void,
  ): Promise<ModelFailure | undefined>;
  remove(modelId: string): Promise<void>;
  chat(callId: string, chat: ModelChat): Promise<ReadableStream<ModelPart>>;
  stop(callId: string): Promise<void>;
}

export interface ModelWorkerDeps<Model>
  extends Marshaller,
    Pick<RemoteModelWorker<Model>, "models" | "gpu" | "freeBytes" | "downloaded" | "remove"> {
  readonly startWorker: () => StartedWorker;
  readonly markDownloaded: (modelId: string) => Promise<void>;
  /** Called before each use of the worker. */
  readonly onWork: () => void;
}

/** The page's side of a worker. */
export interface ServedModelWorker<Model> {
  readonly remote: RemoteModelWorker<Model>;
  /** Frees the memory of an idle worker. */
  stopIfIdle(): void;
}

/** After these, a worker may have lost its device or be inconsistent: the next call starts another. */
const FATAL: ReadonlySet<ModelFailure> = new Set(["broken", "memory", "other"]);

/** The page's side. The worker is large, so it starts with the first download or answer. */
export function serveModelWorker<Model>(deps: ModelWorkerDeps<Model>): ServedModelWorker<Model> {
  const calls = createCallRegistry();
  const lazyWorker = createLazyWorker(deps.startWorker);

  function worker(): RunningWorker {
    deps.onWork();
    return lazyWorker.get();
  }

  async function download(
    modelId: string,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<ModelFailure | undefined> {
    const started = worker();
    // Only this ends it at once; the parts that were fetched stay in the browser's cache.
    const end = () => lazyWorker.terminate(started);
    signal.addEventListener("abort", end, { once: true });
    // A callback of the engine worker is a proxy, which cannot be transferred again.
    const onShare = (share: number) => onProgress(share);
    const loading = started.api.load(modelId, deps.callback(onShare));
    const failure = await Promise.race([
      loading,
      started.crashed.catch((): ModelFailure => "memory"),
      started.end.catch((): ModelFailure => "other"),
    ]);
    // `stop` also runs after the call, when the worker may be answering another.
    signal.removeEventListener("abort", end);
    if (failure === undefined) await deps.markDownloaded(modelId);
    else if (FATAL.has(failure)) lazyWorker.terminate(started);
    return failure;
  }

  async function chat(chat: ModelChat, signal: AbortSignal): Promise<ReadableStream<ModelPart>> {
    const started = worker();
    const stream = await lazyWorker.track(Promise.race([started.api.chat(chat), started.end]));
    const { readable, writable } = new TransformStream<ModelPart, ModelPart>({
      transform: (part, controller) => {
        controller.enqueue(part);
        if (part.type !== "failed" || !FATAL.has(part.failure)) return;
        lazyWorker.terminate(started);
        controller.terminate();
      },
    });
    // The stream of a worker that ended would never close.
    const stop = AbortSignal.any([signal, started.ended.signal]);
    lazyWorker.track(stream.pipeTo(writable, { signal: stop })).catch(() => {});
    return deps.stream(readable);
  }

  return {
    stopIfIdle: () => lazyWorker.stopIfIdle(),
    remote: {
      models: deps.models,
      gpu: deps.gpu,
      freeBytes: deps.freeBytes,
      downloaded: deps.downloaded,
      stop: (callId) => calls.stop(callId),
      download: (callId, modelId, onProgress) =>
        calls.run(callId, (signal) => lazyWorker.track(download(modelId, onProgress, signal))),
      remove: async (modelId) => {
        // Frees its memory, too.
        lazyWorker.stop();
        await deps.remove(modelId);
      },
      chat: (callId, asked) => calls.run(callId, (signal) => chat(asked, signal)),
    },
  };
}

/** The engine worker's side. */
export function toModelWorker<Model>(
  remote: RemoteModelWorker<Model>,
  { callback }: Pick<Marshaller, "callback">,
): ModelWorker<Model> {
  return {
    models: () => remote.models(),
    gpu: () => remote.gpu(),
    freeBytes: () => remote.freeBytes(),
    downloaded: async () => new Set(await remote.downloaded()),
    remove: (modelId) => remote.remove(modelId),
    download: (modelId, onProgress, signal) =>
      callRemote(remote, signal, (callId) => remote.download(callId, modelId, callback(onProgress))),
    chat: (chat, signal) => streamRemote(remote, signal, (callId) => remote.chat(callId, chat)),
  };
}
