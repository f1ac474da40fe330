import type { CDPSession, Page } from "playwright";
import type { RunningAtlas } from "../../../extension/scripts/browser/launch-atlas";
import { percentile } from "../measure/percentile";

/** Typed into the question box while the chat stands above it. */
const TYPED =
  "How long does the nightly backup of the project archive take, and who looks after it on weekends?";
/** Steps of scrolling, and pixels of each, about as a wheel turns. */
const SCROLL_STEPS = 150;
const STEP_PIXELS = 240;
const OPENING_MS = 60_000;
/** After which a panel that was just opened has read the older questions and rests. */
const SETTLE_MS = 3_000;

/** Milliseconds and counts, by the name of a row's field. */
export type ChatTimes = Readonly<Record<string, number>>;

/**
 * Opens the panel on the chat it showed last: from the start of loading the page until its newest question is drawn;
 * for an empty chat, until the question box is.
 */
export async function measureOpening(atlas: RunningAtlas, newest?: string): Promise<[Page, ChatTimes]> {
  const page = await atlas.context.newPage();
  await page.addInitScript((question) => {
    const shown = { at: undefined as number | undefined };
    Object.assign(globalThis, { benchShown: shown });
    new MutationObserver((_, observer) => {
      const drawn = question === undefined ? "textarea" : "main > div:last-child h2";
      const element = document.querySelector(drawn);
      if (!element || (question !== undefined && element.textContent !== question)) return;
      observer.disconnect();
      // Two frames: the first draws it, the second begins when that is done.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          shown.at = performance.now();
        }),
      );
    }).observe(document, { childList: true, subtree: true });
  }, newest);
  await page.goto(`chrome-extension://${atlas.extensionId}/sidepanel.html`);
  const opened = await page.waitForFunction(
    () => (globalThis as unknown as { benchShown: { at?: number } }).benchShown.at,
    undefined,
    { timeout: OPENING_MS },
  );
  return [page, { openMs: Number(await opened.jsonValue()) }];
}

/** Types while the older questions of the chat are still being read. */
export async function typeWhileLoading(page: Page): Promise<ChatTimes> {
  return { p95EarlyKeyMs: percentile(await keyTimes(page), 0.95) };
}

/** Types, scrolls, and counts what the page is made of, once it rests. */
export async function measureUse(page: Page): Promise<ChatTimes> {
  await page.waitForTimeout(SETTLE_MS);
  const keys = await keyTimes(page);
  const frames = await scrollTimes(page);
  const session = await page.context().newCDPSession(page);
  const { Nodes: nodes = 0, JSHeapUsedSize: heapBytes = 0 } = await metrics(session);
  await session.detach();
  return {
    ...{ p50KeyMs: percentile(keys, 0.5), p95KeyMs: percentile(keys, 0.95), keys: keys.length },
    ...{ p50FrameMs: percentile(frames, 0.5), p95FrameMs: percentile(frames, 0.95) },
    ...{ longestFrameMs: Math.max(...frames), nodes, heapBytes },
  };
}

/** Presses "Show earlier questions" until all are drawn; milliseconds of all presses together and of the longest. */
export async function showAll(page: Page): Promise<ChatTimes> {
  const times: number[] = [];
  const earlier = page.getByRole("button", { name: /^Show earlier questions/ });
  while ((await earlier.count()) > 0) {
    times.push(
      await earlier.evaluate(async (button: HTMLElement) => {
        const begin = performance.now();
        button.click();
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        return performance.now() - begin;
      }),
    );
  }
  return { showAllMs: times.reduce((sum, time) => sum + time, 0), longestShowMs: Math.max(0, ...times) };
}

/** From each keystroke to the end of the next frame. */
async function keyTimes(page: Page): Promise<readonly number[]> {
  const box = page.getByRole("textbox");
  await box.fill("");
  await box.evaluate((element) => {
    const times: number[] = [];
    Object.assign(globalThis, { benchKeys: times });
    element.addEventListener("keydown", ({ timeStamp }) =>
      requestAnimationFrame(() => {
        // A message to oneself comes once the frame is drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - timeStamp);
        port2.postMessage(undefined);
      }),
    );
  });
  await box.pressSequentially(TYPED);
  await page.waitForFunction(
    (count) => (globalThis as unknown as { benchKeys: number[] }).benchKeys.length >= count,
    TYPED.length,
  );
  await box.fill("");
  return page.evaluate(() => (globalThis as unknown as { benchKeys: number[] }).benchKeys);
}

/** Frame by frame upwards from the end of the chat, as fast as frames come. */
function scrollTimes(page: Page): Promise<readonly number[]> {
  return page.getByRole("main").evaluate(
    async (scroller, { steps, pixels }) => {
      scroller.style.scrollBehavior = "auto";
      scroller.scrollTop = scroller.scrollHeight;
      const times: number[] = [];
      let before = (await new Promise(requestAnimationFrame)) as number;
      for (let step = 0; step < steps; step++) {
        scroller.scrollTop -= pixels;
        const now = (await new Promise(requestAnimationFrame)) as number;
        times.push(now - before);
        before = now;
      }
      return times;
    },
    { steps: SCROLL_STEPS, pixels: STEP_PIXELS },
  );
}

async function metrics(session: CDPSession): Promise<Record<string, number>> {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
