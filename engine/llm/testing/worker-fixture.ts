import type { LanguageModelFixture } from "../../testing/suites/test-language-model";
import type { ModelProvider } from "../model-provider";
import type { FakeModelWorker } from "./fake-model-worker";

/** What testLanguageModel() needs of models in a worker: the one of `modelId`, fetched. */
export function workerFixture(
  fake: Pick<FakeModelWorker<unknown>, "setScript" | "activeRequests">,
  provider: ModelProvider,
  modelId: string,
): LanguageModelFixture {
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
    setScript: fake.setScript,
    activeRequests: fake.activeRequests,
    // Text comes from the worker itself, and tools must be offered.
    unsupported: ["cut-json", "words", "html", "tool call"],
  };
}
