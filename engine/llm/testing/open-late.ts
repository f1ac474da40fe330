import type { ModelProvider } from "../model-provider";

/** A provider that is made when it is first asked, for servers whose port is known only once the tests run. */
export function openLate(
  { id, name }: Pick<ModelProvider, "id" | "name">,
  create: () => ModelProvider,
): ModelProvider {
  let opened: ModelProvider | undefined;
  const ready = () => {
    opened ??= create();
    return opened;
  };
  return {
    id,
    name,
    listModels: (signal) => ready().listModels(signal),
    open: (modelId) => ready().open(modelId),
  };
}
