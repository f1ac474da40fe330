import type { ModelProvider } from "../model-provider";

/** A provider that is created on first use, for servers whose port is known only when the tests run. */
export function lazyProvider(
  { id, name }: Pick<ModelProvider, "id" | "name">,
  create: () => ModelProvider,
): ModelProvider {
  let opened: ModelProvider | undefined;
  const get = () => {
    opened ??= create();
    return opened;
  };
  return {
    id,
    name,
    listModels: (signal) => get().listModels(signal),
    open: (modelId) => get().open(modelId),
  };
}
