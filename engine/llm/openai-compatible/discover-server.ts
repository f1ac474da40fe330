import * as z from "zod";
import { UnavailableError } from "../../errors/unavailable-error";
import type { ModelServer } from "../../model/model-settings";
import { localityOf } from "../catalog/locality-of";
import { priceOf } from "../usage/prices";
import type { DiscoveredModel, DiscoveredServer } from "./discovered-model";
import { PAIRING_REFUSED } from "./failures/to-model-error";
import { listOllama, OLLAMA_ORIGIN_MESSAGE } from "./list-ollama";
import type { ModelServerClient } from "./server-client";

const count = z.number().int().positive().nullish();
/** A number, also as a string. Coercion alone would read null and "" as 0, which is free. */
const amount = z.union([z.number(), z.string().trim().min(1)]).pipe(z.coerce.number());
/** OpenAI's fields, and the names that servers use for the context size. */
const listedModel = z.object({
  id: z.string(),
  owned_by: z.string().nullish(),
  max_model_len: count,
  context_length: count,
  context_window: count,
  max_context_length: count,
  // OpenRouter's and the companion's, in dollars for one token.
  pricing: z.object({ prompt: amount, completion: amount }).nullish().catch(undefined),
});
const modelList = z.object({ data: z.array(listedModel) });
type ListedModel = z.infer<typeof listedModel>;

/** Further fields of the companion: where a model's input goes, and why a vendor's models are missing. */
const companionList = z.object({
  server: z.literal("atlas-companion"),
  data: z.array(listedModel.extend({ forwarded_to: z.string().max(260) })),
  problems: z
    .array(
      z.object({ vendor: z.string().nullish(), host: z.string().nullish(), message: z.string().max(500) }),
    )
    .default([]),
});

const props = z.object({ default_generation_settings: z.object({ n_ctx: z.number().int().positive() }) });
const studioList = z.object({
  data: z.array(
    z.object({ id: z.string(), type: z.string(), max_context_length: count, loaded_context_length: count }),
  ),
});

const OLLAMA_PORT = 11_434;
/** The context that LM Studio gives a model by default when it loads it. */
const STUDIO_CONTEXT_TOKENS = 4_096;
/** Names of models that take or return something other than a conversation in text. */
const NOT_FOR_CHAT =
  /embed|whisper|tts|transcribe|dall-e|image|sora|moderation|realtime|audio|rerank|davinci|babbage|^gpt-3\.5-turbo-instruct|search-api|computer-use|veo/i;
/** Owners of models as gateways name them. */
const VENDORS =
  /^(anthropic|google|gemini|groq|mistral|mistralai|cohere|azure|bedrock|vertex_ai|deepseek|xai|openrouter)$/i;

/**
 * Recognises the server by its replies and lists its chat models. Rejects with UnavailableError, naming the remedy,
 * when it cannot be reached or is no such server.
 */
export async function discoverServer(
  client: ModelServerClient,
  { name, kind }: ModelServer,
  signal: AbortSignal,
): Promise<DiscoveredServer> {
  if (kind === "companion") return listCompanion(client, signal);
  const { address } = client;
  const listed = await client.fetchJson(`${address.api}/models`, modelList, { signal });
  const isNear = localityOf(address.hostname) !== "cloud";
  if (isNear && isPossiblyOllama(listed)) {
    const models = await listOllama(client, signal);
    if (models) return { software: "ollama", models };
  }
  if (!listed.ok) throw new UnavailableError(toErrorMessage(listed.status, name, address.host));
  const models = listed.value.data;
  if (models.some(({ owned_by }) => owned_by === "llamacpp")) return listLlamaCpp(client, models, signal);
  if (isNear) {
    const studio = await client.fetchJson(`${address.root}/api/v0/models`, studioList, { signal });
    if (studio.ok)
      return { software: "lm-studio", models: studio.value.data.filter(isChat).map(toStudioModel) };
  }
  const isVllm = models.some(({ owned_by }) => owned_by === "vllm");
  return {
    software: isVllm ? "vllm" : "other",
    models: models
      .filter(({ id }) => isVllm || !NOT_FOR_CHAT.test(id))
      .map((model) => toDiscoveredModel(model, isNear && !isVllm)),
  };
}

/** Other servers use their own words for the owner of a model; old versions of Ollama have no such list. */
function isPossiblyOllama(
  listed: Awaited<ReturnType<ModelServerClient["fetchJson"]>> & { readonly value?: unknown },
): boolean {
  if (!listed.ok) return listed.status !== 0;
  const { data } = listed.value as z.infer<typeof modelList>;
  return !data.some(({ owned_by }) => /^(llamacpp|vllm|organization_owner)$/.test(owned_by ?? ""));
}

async function listCompanion(client: ModelServerClient, signal: AbortSignal): Promise<DiscoveredServer> {
  const { api, host } = client.address;
  const listed = await client.fetchJson(`${api}/models`, companionList, { signal });
  if (!listed.ok) throw new UnavailableError(toCompanionErrorMessage(listed.status, host));
  const { data, problems } = listed.value;
  return {
    software: "companion",
    models: [
      // All its models are a vendor's, even where it does not name the vendor.
      ...data.map((model) => ({ ...toDiscoveredModel(model, false), forwardedTo: model.forwarded_to })),
      ...problems.map(({ vendor, host: vendorHost, message }) => ({
        name: vendor ?? "models of vendors",
        reason: message,
        forwardedTo: vendorHost ?? "a cloud",
      })),
    ],
  };
}

async function listLlamaCpp(
  client: ModelServerClient,
  models: readonly ListedModel[],
  signal: AbortSignal,
): Promise<DiscoveredServer> {
  const properties = await client.fetchJson(`${client.address.root}/props`, props, { signal });
  const context = properties.ok ? { contextTokens: properties.value.default_generation_settings.n_ctx } : {};
  return { software: "llama.cpp", models: models.map(({ id }) => ({ name: id, ...context })) };
}

function isChat({ type }: { readonly type: string }): boolean {
  return type === "llm" || type === "vlm";
}

function toStudioModel(model: z.infer<typeof studioList>["data"][number]): DiscoveredModel {
  const { id, max_context_length: maxTokens, loaded_context_length: loaded } = model;
  const guess = maxTokens ? Math.min(maxTokens, STUDIO_CONTEXT_TOKENS) : STUDIO_CONTEXT_TOKENS;
  return { name: id, contextTokens: loaded ?? guess };
}

/** A gateway on this computer that offers a vendor's own model sends the input to that vendor. */
function toDiscoveredModel(model: ListedModel, canForward: boolean): DiscoveredModel {
  const { id, max_model_len, context_length, context_window, max_context_length, pricing, owned_by } = model;
  const contextTokens = max_model_len ?? context_length ?? context_window ?? max_context_length;
  const known = priceOf(id);
  const isVendors = known !== undefined || VENDORS.test(owned_by ?? "");
  return {
    name: id,
    ...(contextTokens && { contextTokens }),
    ...(canForward && isVendors && { forwardedTo: owned_by ?? "a cloud" }),
    ...toPrice(pricing, known),
  };
}

function toPrice(
  pricing: ListedModel["pricing"],
  known: ReturnType<typeof priceOf>,
): Pick<DiscoveredModel, "price"> {
  // A router for any model has no price of its own and reports -1.
  if (pricing && pricing.prompt >= 0)
    return { price: { input: perMillion(pricing.prompt), output: perMillion(pricing.completion) } };
  return known ? { price: known } : {};
}

/** Rounds the error of the multiplication: $0.25, not $0.24999999999999997. */
function perMillion(perToken: number): number {
  return Number((perToken * 1e6).toPrecision(12));
}

function toCompanionErrorMessage(status: number, host: string): string {
  if (status === 0)
    return `The companion at ${host} does not run, or Atlas may not reach it: start it with npm run companion`;
  if (status === 401) return PAIRING_REFUSED;
  if (status === 403)
    return `The companion at ${host} refuses Atlas: see ATLAS_COMPANION_EXTENSION_IDS and ATLAS_COMPANION_ALLOWED_HOSTS where it runs`;
  if (status === 200) return `${host} is no companion: its answer is not its list of models`;
  return `Cannot list the models of the companion at ${host}: status is ${status}`;
}

function toErrorMessage(status: number, name: string, host: string): string {
  if (status === 0)
    return `Cannot reach ${name} at ${host}: check that it runs, the address, and that Atlas may read it`;
  if (status === 401) return `${name} at ${host} does not accept the key: enter it again`;
  if (status === 403 && host.endsWith(`:${OLLAMA_PORT}`)) return OLLAMA_ORIGIN_MESSAGE;
  if (status === 403) return `${name} at ${host} refuses Atlas: check the key, or the web origins it lets in`;
  if (status === 200) return `${host} is no model server: its answer is not a list of models`;
  return `Cannot list the models of ${name} at ${host}: status is ${status}`;
}
