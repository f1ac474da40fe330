import type { LanguageModelWorld } from "../../testing/test-language-model";
import type { ModelProvider } from "../model-provider";
import type { FakeModelWorker } from "./fake-model-worker";

/** What testLanguageModel() needs of models in a worker: the one of `modelId`, fetched. */
export function workerWorld(
  fake: Pick<FakeModelWorker<unknown>, "play" | "working">,
  provider: ModelProvider,
  modelId: string,
): LanguageModelWorld {
  return {
    provider: {
      ...provider,
      listModels: async (asked) => {
        await provider.download?.(modelId, () => {}, asked);
        return provider.listModels(asked);
      },
    },
    modelId,
    contextTokens: 4_096,
    play: fake.play,
    working: fake.working,
    // Text comes from the worker itself, and tools must be offered.
    never: ["cut-json", "words", "html", "tool call"],
  };
}
