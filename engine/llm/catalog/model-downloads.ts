import { toPlainError } from "../../errors/to-plain-error";
import type { ModelProvider } from "../model-provider";

/** The least change of the share that is reported: pages redraw each time. */
const PROGRESS_STEP = 0.01;

/** Running downloads, and why the last ones ended early. */
export interface ModelDownloads {
  start(modelId: string, provider: ModelProvider): void;
  cancel(modelId: string): void;
  /** Discards the reason why the last one ended early. */
  clearProblem(modelId: string): void;
  /** Waits until a cancelled download has released its files. */
  ended(modelId: string): Promise<void>;
  stateOf(modelId: string): { readonly downloading?: number; readonly problem?: string };
}

interface Download {
  readonly controller: AbortController;
  share: number;
  ended: Promise<void>;
}

/**
 * `onChange` is called when a download has progressed by at least that change, `onEnd` when it ends, with or without
 * success.
 */
export function createModelDownloads(on: {
  readonly onChange: () => void;
  readonly onEnd: () => void;
}): ModelDownloads {
  const active = new Map<string, Download>();
  const problems = new Map<string, string>();

  async function fetchModel(modelId: string, download: Download, provider: ModelProvider): Promise<void> {
    const onProgress = (share: number) => {
      if (share - download.share < PROGRESS_STEP) return;
      download.share = share;
      on.onChange();
    };
    try {
      if (!provider.download) throw new TypeError(`Cannot fetch "${modelId}": ${provider.name} keeps it`);
      await provider.download(modelId, onProgress, download.controller.signal);
    } catch (error) {
      if (!download.controller.signal.aborted) problems.set(modelId, toPlainError(error).message);
    } finally {
      active.delete(modelId);
      on.onEnd();
    }
  }

  return {
    start: (modelId, provider) => {
      if (active.has(modelId)) return;
      problems.delete(modelId);
      const download: Download = {
        controller: new AbortController(),
        share: 0,
        ended: Promise.resolve(),
      };
      active.set(modelId, download);
      download.ended = fetchModel(modelId, download, provider);
      on.onChange();
    },
    clearProblem: (modelId) => void problems.delete(modelId),
    cancel: (modelId) => active.get(modelId)?.controller.abort(),
    ended: async (modelId) => active.get(modelId)?.ended,
    stateOf: (modelId) => {
      const download = active.get(modelId);
      const problem = problems.get(modelId);
      return { ...(download && { downloading: download.share }), ...(problem && { problem }) };
    },
  };
}
