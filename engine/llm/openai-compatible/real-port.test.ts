import { afterAll, beforeAll } from "vitest";
import { testLanguageModel } from "../../testing/suites/test-language-model";
import { createFakeModelServer, type FakeModelServer } from "../testing/fake-model-server";
import { lazyProvider } from "../testing/lazy-provider";
import { type RunningModelServer, serveModels } from "../testing/serve-models";
import type { ServerKindName } from "../testing/server-kinds";
import { createOpenAICompatibleProvider } from "./create-openai-compatible-provider";

const KEY = "sk-atlas-test-0123456789";

/** Everything the suite asks for goes over a real connection. */
for (const kind of ["ollama", "lm-studio"] satisfies ServerKindName[]) {
  let fake: FakeModelServer;
  let site: RunningModelServer;
  beforeAll(async () => {
    site = await serveModels({ handle: (request) => fake.handle(request) });
  });
  afterAll(() => site.close());

  testLanguageModel(`${kind} behind a real port`, () => {
    const created = createFakeModelServer(kind, { key: KEY });
    fake = created;
    const provider = lazyProvider({ id: "server", name: "My server" }, () =>
      createOpenAICompatibleProvider({
        server: { id: "server", name: "My server", baseUrl: site.origin },
        fetch,
        apiKey: async () => KEY,
      }),
    );
    return {
      provider,
      modelId: "server/small-chat",
      contextTokens: 4_096,
      setScript: created.setScript,
      activeRequests: created.openChats,
      secret: KEY,
    };
  });
}
