import { ENGINE_PAGE } from "./engine-port";

// Only one offscreen page may exist; callers that arrive while it is being made wait for the same one.
let opening: Promise<void> | undefined;

/** Makes sure the page that holds the engine worker is open. */
export async function ensureOffscreenPage(): Promise<void> {
  opening ??= open().finally(() => {
    opening = undefined;
  });
  await opening;
}

async function open(): Promise<void> {
  if (await isOffscreenPageOpen()) return;
  try {
    await chrome.offscreen.createDocument({
      url: ENGINE_PAGE,
      reasons: [chrome.offscreen.Reason.WORKERS],
      justification: "Runs the local search engine in a worker",
    });
  } catch (error) {
    // Another wake-up of this service worker may have been faster.
    if (!(await isOffscreenPageOpen())) throw error;
  }
}

export async function isOffscreenPageOpen(): Promise<boolean> {
  const contexts = await chrome.runtime.getContexts({
    contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT],
  });
  return contexts.length > 0;
}

/** Closes the engine's page, so that it opens its store afresh the next time. */
export async function closeOffscreenPage(): Promise<void> {
  if (await isOffscreenPageOpen()) await chrome.offscreen.closeDocument();
}
