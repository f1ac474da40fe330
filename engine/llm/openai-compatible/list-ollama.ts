import * as z from "zod";
import type { DiscoveredModel } from "./discovered-model";
import type { ModelServerClient } from "./server-client";

/** Ollama's default without num_ctx (docs/faq.md): it cuts longer prompts without an error. */
const DEFAULT_CONTEXT_TOKENS = 4_096;
/** Parallel requests; the details of a model come from its file and are fast. */
const BATCH_SIZE = 8;

const tag = z.object({
  model: z.string(),
  digest: z.string().nullish(),
  size: z.number().nullish(),
  remote_host: z.string().nullish(),
});
const tags = z.object({ models: z.array(tag) });
const running = z.object({
  models: z.array(z.object({ model: z.string(), context_length: z.number().nullish() })),
});
const shown = z.object({
  capabilities: z.array(z.string()).nullish(),
  parameters: z.string().nullish(),
  model_info: z.record(z.string(), z.unknown()).nullish(),
});
type Tag = z.infer<typeof tag>;
type Shown = z.infer<typeof shown>;

/** The models of an Ollama server; undefined for another server. */
export async function listOllama(
  client: ModelServerClient,
  signal: AbortSignal,
): Promise<readonly DiscoveredModel[] | undefined> {
  const { root } = client.address;
  const [listed, loaded] = await Promise.all([
    client.fetchJson(`${root}/api/tags`, tags, { signal }),
    client.fetchJson(`${root}/api/ps`, running, { signal }),
  ]);
  if (!listed.ok) return undefined;
  const contexts = new Map(
    loaded.ok ? loaded.value.models.map((model) => [model.model, model.context_length ?? undefined]) : [],
  );
  const found: (DiscoveredModel | undefined)[] = [];
  for (let at = 0; at < listed.value.models.length; at += BATCH_SIZE) {
    const batch = listed.value.models.slice(at, at + BATCH_SIZE);
    found.push(
      ...(await Promise.all(
        batch.map((entry) => describeModel(client, entry, contexts.get(entry.model), signal)),
      )),
    );
  }
  return found.filter((model) => model !== undefined);
}

/** Undefined for a model that does not generate text. */
async function describeModel(
  client: ModelServerClient,
  entry: Tag,
  loadedContext: number | undefined,
  signal: AbortSignal,
): Promise<DiscoveredModel | undefined> {
  const body = { model: entry.model };
  const details = await client.fetchJson(`${client.address.root}/api/show`, shown, { signal, body });
  const base = {
    name: entry.model,
    ...(entry.size ? { memoryBytes: entry.size } : {}),
    ...(entry.remote_host ? { forwardedTo: hostOf(entry.remote_host) } : {}),
  };
  // The first request with the extension's origin, and so the first that is refused for it.
  if (!details.ok) return { ...base, ...(details.status === 403 && { reason: OLLAMA_ORIGIN_MESSAGE }) };
  const { capabilities } = details.value;
  if (capabilities && !capabilities.includes("completion")) return undefined;
  return {
    ...base,
    contextTokens: loadedContext ?? contextOf(details.value),
    ...(capabilities && { reasons: capabilities.includes("thinking") }),
  };
}

/** The setting of the model, otherwise Ollama's default, at most the limit of the model. */
function contextOf({ parameters, model_info: info }: Shown): number {
  const configured = /^num_ctx\s+(\d+)/m.exec(parameters ?? "")?.[1];
  const maxTokens = Object.entries(info ?? {}).find(([key]) => key.endsWith(".context_length"))?.[1];
  const wanted = configured === undefined ? DEFAULT_CONTEXT_TOKENS : Number(configured);
  return typeof maxTokens === "number" ? Math.min(wanted, maxTokens) : wanted;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : address;
}

/** Ollama answers 403 to web origins that are not configured, and an extension has one. */
export const OLLAMA_ORIGIN_MESSAGE =
  "Ollama refuses browser extensions until OLLAMA_ORIGINS is set to chrome-extension://* and Ollama is started " +
  'again. macOS: run launchctl setenv OLLAMA_ORIGINS "chrome-extension://*". Windows: add it to the environment ' +
  "variables of your account. Linux: run systemctl edit ollama.service and add, under [Service], " +
  'Environment="OLLAMA_ORIGINS=chrome-extension://*"';
