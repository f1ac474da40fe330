import type {
  PromptApi,
  PromptAvailability,
  PromptMessage,
  PromptSession,
} from "../../engine/ports/prompt-api";

/** The used part of Chrome's Prompt API; before Chrome 148 extensions have the older names. */
interface BrowserSession {
  readonly contextWindow?: number;
  readonly contextUsage?: number;
  readonly inputQuota?: number;
  readonly inputUsage?: number;
  measureContextUsage?(messages: readonly PromptMessage[], options: { signal: AbortSignal }): Promise<number>;
  measureInputUsage?(messages: readonly PromptMessage[], options: { signal: AbortSignal }): Promise<number>;
  promptStreaming(
    messages: readonly PromptMessage[],
    options: { signal: AbortSignal },
  ): ReadableStream<string>;
  clone(options: { signal: AbortSignal }): Promise<BrowserSession>;
  destroy(): void;
}

interface BrowserLanguageModel {
  availability(): Promise<Exclude<PromptAvailability, "absent">>;
  create(options: {
    initialPrompts: readonly PromptMessage[];
    signal: AbortSignal;
    monitor: (monitor: EventTarget) => void;
  }): Promise<BrowserSession>;
}

/** Chrome's built-in language model. Exists on pages only; a download must begin in a click. */
export const browserPromptApi: PromptApi = {
  availability: async () => (await languageModel()?.availability()) ?? "absent",
  create: async ({ messages, onProgress = () => {}, signal }) => {
    const model = languageModel();
    if (!model) throw new DOMException("The browser has no language model", "NotSupportedError");
    const monitor = (target: EventTarget) => {
      target.addEventListener("downloadprogress", (event) => onProgress((event as ProgressEvent).loaded));
    };
    return toSession(await model.create({ initialPrompts: messages, signal, monitor }));
  },
};

/** Time in which Chrome may reject the download before it counts as started. */
const START_GRACE_MS = 2_000;

/** Starts the download of Chrome's model; must be called inside a click. The download continues without the page. */
export async function startBuiltInDownload(): Promise<void> {
  const session = browserPromptApi.create({ messages: [], signal: new AbortController().signal });
  const ready = session.then((opened) => opened.destroy());
  // A later failure is shown in the list of models.
  ready.catch(() => {});
  await Promise.race([ready, new Promise((resolve) => setTimeout(resolve, START_GRACE_MS))]);
}

function languageModel(): BrowserLanguageModel | undefined {
  return (globalThis as { LanguageModel?: BrowserLanguageModel }).LanguageModel;
}

function toSession(session: BrowserSession): PromptSession {
  return {
    contextTokens: session.contextWindow ?? session.inputQuota ?? 0,
    usedTokens: session.contextUsage ?? session.inputUsage ?? 0,
    measure: async (messages, signal) => {
      const measured = session.measureContextUsage?.(messages, { signal });
      return (await (measured ?? session.measureInputUsage?.(messages, { signal }))) ?? 0;
    },
    prompt: (messages, signal) => session.promptStreaming(messages, { signal }),
    clone: async (signal) => toSession(await session.clone({ signal })),
    destroy: () => session.destroy(),
  };
}
