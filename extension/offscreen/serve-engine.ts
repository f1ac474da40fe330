import * as Comlink from "comlink";
import { toPlainError } from "../../engine/errors/to-plain-error";
import type { ServerMessage } from "../messaging/engine-wire";
import { onOfferFromServiceWorker, type PortOffer } from "../platform/engine-port";
import { extensionUrl } from "../platform/runtime";
import { createPageApi } from "./create-page-api";
import type { EngineApi } from "./engine-api";

/** Starts the engine worker and hands it the ports of its clients. */
export function serveEngine(): void {
  const pageApi = createPageApi();
  let engine: RunningEngine | undefined;
  const getEngine = () => {
    engine ??= startEngine();
    return engine;
  };

  /** A worker that broke is replaced when the next client comes; those it had are told by its end. */
  function startEngine(): RunningEngine {
    const worker = new Worker(extensionUrl("engine/worker.js"), { type: "module" });
    const api = Comlink.wrap<EngineApi>(worker);
    const crashed = whenCrashed(worker);
    const started = Promise.race([api.start(Comlink.proxy(pageApi)), crashed]);
    const running = { api, started };
    const end = () => {
      worker.terminate();
      if (engine === running) engine = undefined;
    };
    crashed.catch(end);
    started.catch(end);
    return running;
  }

  async function accept({ clientId, port }: PortOffer): Promise<void> {
    const { api, started } = getEngine();
    try {
      await started;
      await api.accept(clientId, Comlink.transfer(port, [port]));
    } catch (error) {
      port.postMessage({ type: "refused", error: toPlainError(error) } satisfies ServerMessage);
    }
  }

  getEngine();
  onOfferFromServiceWorker((offer) => void accept(offer));
}

interface RunningEngine {
  readonly api: Comlink.Remote<EngineApi>;
  /** Rejects when the worker cannot start. */
  readonly started: Promise<void>;
}

/** Rejects when the worker cannot start or ends with an error nobody caught. */
function whenCrashed(worker: Worker): Promise<never> {
  return new Promise<never>((_, reject) => {
    worker.addEventListener("error", ({ message }) => {
      reject(new Error(`The search engine has stopped: ${message}; reload Atlas`));
    });
  });
}
