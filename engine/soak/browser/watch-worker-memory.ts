import type { CDPSession } from "playwright";
import type { RunningAtlas } from "../../../extension/scripts/browser/launch-atlas";

/** The JavaScript heap of the service worker, including uncollected garbage. */
export interface WorkerMemory {
  /** The maximum, in megabytes. */
  peak(): number;
  /** Number of measurements. */
  samples(): number;
  stop(): Promise<void>;
}

const SAMPLE_INTERVAL_MS = 1_000;

/** Measures the running service worker once a second. */
export async function watchWorkerMemory(atlas: RunningAtlas): Promise<WorkerMemory> {
  const browser = atlas.context.browser();
  if (!browser) throw new Error("Cannot reach the browser's own debugging session");
  const session = await browser.newBrowserCDPSession();
  const callTarget = createTargetCaller(session);
  let peak = 0;
  let samples = 0;
  let busy = Promise.resolve();
  let attached: { readonly targetId: string; readonly sessionId: string } | undefined;

  async function measure(): Promise<void> {
    const { targetInfos } = await session.send("Target.getTargets", { filter: [{}] });
    const worker = targetInfos.find(
      ({ type, url }) => type === "service_worker" && url.includes(atlas.extensionId),
    );
    if (!worker) return;
    const { targetId } = worker;
    if (attached?.targetId !== targetId) {
      attached = { targetId, ...(await session.send("Target.attachToTarget", { targetId, flatten: false })) };
    }
    // Buffers and long strings are outside the heap itself.
    const { usedSize, backingStorageSize = 0 } = await callTarget(attached.sessionId, "Runtime.getHeapUsage");
    peak = Math.max(peak, (usedSize + backingStorageSize) / 2 ** 20);
    samples++;
  }

  const timer = setInterval(() => {
    // A worker that is killed during a measurement never replies. The next measurement finds the new one.
    busy = busy.then(measure).catch(() => {});
  }, SAMPLE_INTERVAL_MS);
  return {
    peak: () => peak,
    samples: () => samples,
    stop: async () => {
      clearInterval(timer);
      await busy;
      await session.detach();
    },
  };
}

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

const REPLY_TIMEOUT_MS = 5_000;

/** Playwright has no CDP session for a service worker, so messages go through the browser's session. */
function createTargetCaller(session: CDPSession) {
  const waiting = new Map<number, (result: HeapUsage) => void>();
  let last = 0;
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  return async (sessionId: string, method: string): Promise<HeapUsage> => {
    const id = ++last;
    const answer = new Promise<HeapUsage>((resolve, reject) => {
      waiting.set(id, resolve);
      setTimeout(() => reject(new Error("It does not answer")), REPLY_TIMEOUT_MS);
    });
    await session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) });
    return answer;
  };
}
