import type { LanguageModelFixture } from "../../testing/suites/test-language-model";
import type { ModelProvider } from "../model-provider";
import type { FakeModelWorker } from "./fake-model-worker";

/** The worker and model that testLanguageModel() needs: `modelId`, downloaded. */
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
    // The worker itself produces the text, and tools must be offered.
    unsupported: ["cut-json", "words", "html", "tool call"],
  };
}
