import type {
  Gpu,
  PackagedModel,
  WebLlm,
  WebLlmChat,
  WebLlmFailure,
  WebLlmPart,
} from "../../../engine/ports/web-llm";
import type { Crossing } from "./prompt-bridge";
import { callRemote, createCalls, streamRemote } from "./remote-call";
import type { WebLlmWorkerApi } from "./web-llm-worker";

/** WebLLM as it crosses from page to engine worker. Every call has an id, chosen there, by which it is stopped. */
export interface RemoteWebLlm {
  models(): Promise<readonly PackagedModel[]>;
  gpu(): Promise<Gpu>;
  freeBytes(): Promise<number>;
  downloaded(): Promise<readonly string[]>;
  download(
    callId: string,
    modelId: string,
    onProgress: (share: number) => void,
  ): Promise<WebLlmFailure | undefined>;
  remove(modelId: string): Promise<void>;
  chat(callId: string, chat: WebLlmChat): Promise<ReadableStream<WebLlmPart>>;
  stop(callId: string): Promise<void>;
}

/** A started worker; `broken` rejects when it ends by itself. */
export interface StartedWorker {
  readonly api: {
    load: (...args: Parameters<WebLlmWorkerApi["load"]>) => Promise<WebLlmFailure | undefined>;
    chat: (chat: WebLlmChat) => Promise<ReadableStream<WebLlmPart>>;
  };
  readonly broken: Promise<never>;
  terminate(): void;
}

export interface WebLlmParts
  extends Crossing,
    Pick<RemoteWebLlm, "models" | "gpu" | "freeBytes" | "downloaded" | "remove"> {
  readonly startWorker: () => StartedWorker;
  readonly markDownloaded: (modelId: string) => Promise<void>;
}

/** The page's side. The worker is large, so it starts with the first download or answer. */
export function serveWebLlm(parts: WebLlmParts): RemoteWebLlm {
  const calls = createCalls();
  let current: StartedWorker | undefined;

  function worker(): StartedWorker {
    current ??= parts.startWorker();
    const started = current;
    started.broken.catch(() => forget(started));
    return started;
  }

  function forget(started: StartedWorker): void {
    started.terminate();
    if (current === started) current = undefined;
  }

  return {
    models: parts.models,
    gpu: parts.gpu,
    freeBytes: parts.freeBytes,
    downloaded: parts.downloaded,
    stop: (callId) => calls.stop(callId),
    download: (callId, modelId, onProgress) =>
      calls.run(callId, async (signal) => {
        const started = worker();
        // Nothing less ends it at once; what has arrived stays in the browser's cache.
        signal.addEventListener("abort", () => forget(started), { once: true });
        // What came from the engine worker is no function of this page, and cannot be handed on as it is.
        const onShare = (share: number) => onProgress(share);
        const loading = started.api.load(modelId, parts.callback(onShare));
        const failure = await Promise.race([loading, started.broken.catch((): WebLlmFailure => "memory")]);
        if (failure === undefined) await parts.markDownloaded(modelId);
        return failure;
      }),
    remove: async (modelId) => {
      // Frees the graphics memory, too.
      if (current) forget(current);
      await parts.remove(modelId);
    },
    chat: (callId, chat) =>
      calls.run(callId, async (signal) => {
        const { api, broken } = worker();
        const stream = await Promise.race([api.chat(chat), broken]);
        // A worker that ends leaves a stream that never does.
        const gone = new AbortController();
        broken.catch((error) => gone.abort(error));
        const { readable, writable } = new TransformStream<WebLlmPart, WebLlmPart>();
        stream.pipeTo(writable, { signal: AbortSignal.any([signal, gone.signal]) }).catch(() => {});
        return parts.stream(readable);
      }),
  };
}

/** The engine worker's side. */
export function toWebLlm(remote: RemoteWebLlm, { callback }: Pick<Crossing, "callback">): WebLlm {
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
