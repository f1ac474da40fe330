import { extensionUrl } from "./runtime";

/** The address of the page that holds the engine worker, within the extension. */
export const ENGINE_PAGE = "tabs/offscreen.html";

/** A port that a client has opened to reach the engine, on its way there. */
export interface PortOffer {
  /** Name under which the client is alive, see `Presence`. */
  readonly clientId: string;
  readonly port: MessagePort;
}

/** What travels with the port. */
interface OfferMessage {
  readonly type: "engine-port";
  readonly clientId: string;
}

/** Half a minute: a page that loads while a slow machine is busy still makes it. */
const MAX_ATTEMPTS = 300;
const RETRY_DELAY_MS = 100;

/** From a page: gives the port to the service worker, which is woken for it. */
export async function offerToServiceWorker({ clientId, port }: PortOffer): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ type: "engine-port", clientId } satisfies OfferMessage, [port]);
}

/** From the service worker: gives the port to the engine's page, which must be open. */
export async function offerToEnginePage({ clientId, port }: PortOffer): Promise<void> {
  const page = await findEnginePage();
  page.postMessage({ type: "engine-port", clientId } satisfies OfferMessage, [port]);
}

/** In the service worker: calls `listener` with every port a page offers, and stays awake until it is done. */
export function onOfferFromPage(listener: (offer: PortOffer) => Promise<void>): void {
  workerScope().addEventListener("message", (event) => {
    const offer = toOffer(event);
    if (offer) event.waitUntil(listener(offer));
  });
}

/** In the engine's page: calls `listener` with every port the service worker hands on. */
export function onOfferFromServiceWorker(listener: (offer: PortOffer) => void): void {
  navigator.serviceWorker.addEventListener("message", (event) => {
    const offer = toOffer(event);
    if (offer) listener(offer);
  });
  navigator.serviceWorker.startMessages();
}

/** Only contexts of this extension share its origin; scripts in web pages do not. */
function toOffer({
  data,
  ports: [port],
  origin,
}: MessageEvent<Partial<OfferMessage>>): PortOffer | undefined {
  if (origin !== location.origin || data?.type !== "engine-port" || !data.clientId || !port) return undefined;
  return { clientId: data.clientId, port };
}

/** A page that was just opened is not listed at once. */
async function findEnginePage(): Promise<WindowClient> {
  const address = extensionUrl(ENGINE_PAGE);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const pages = await workerScope().clients.matchAll({ includeUncontrolled: true, type: "window" });
    const page = pages.find(({ url }) => url === address);
    if (page) return page;
    await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
  }
  throw new Error("Cannot start the search engine: its page does not open; reload Atlas");
}

/** TypeScript's library for pages has no types of a service worker. */
interface WindowClient {
  readonly url: string;
  postMessage(message: unknown, transfer: readonly Transferable[]): void;
}

interface ServiceWorkerScope {
  readonly clients: {
    matchAll(options: {
      readonly includeUncontrolled: true;
      readonly type: "window";
    }): Promise<readonly WindowClient[]>;
  };
  addEventListener(
    type: "message",
    listener: (event: MessageEvent & { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
}

function workerScope(): ServiceWorkerScope {
  return globalThis as unknown as ServiceWorkerScope;
}
