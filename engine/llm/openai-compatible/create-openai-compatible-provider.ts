import { NotFoundError } from "../../errors/not-found-error";
import { toPlainError } from "../../errors/to-plain-error";
import type { ModelServer } from "../../model/model-settings";
import { localityOf } from "../catalog/locality-of";
import type { Locality, ModelInfo, ModelProvider } from "../model-provider";
import { UNKNOWN_PRICE } from "../usage/prices";
import type { AcceptedParameters } from "./chat/chat-request";
import { createChatModel } from "./chat/create-chat-model";
import { discoverServer } from "./discover-server";
import type { DiscoveredModel, DiscoveredServer } from "./discovered-model";
import { createServerClient, parseAddress, type ServerClientDeps } from "./server-client";

export interface OpenAICompatibleOptions extends Omit<ServerClientDeps, "address"> {
  readonly server: ModelServer;
}

/** Assumed where a server does not report it: local servers start small, and no cloud model in use has less. */
const CONTEXT_TOKENS: Record<Locality, number> = { device: 4_096, network: 4_096, cloud: 32_768 };

/** Any server with OpenAI's interface: Ollama, LM Studio, llama.cpp, vLLM, the companion, a vendor. */
export function createOpenAICompatibleProvider(options: OpenAICompatibleOptions): ModelProvider {
  const { server } = options;
  const prefix = `${server.id}/`;
  let discovered: DiscoveredServer = { software: "other", models: [] };
  const accepted = new Map<string, AcceptedParameters>();

  const contextOf = (model: DiscoveredModel | undefined, locality: Locality) =>
    model?.contextTokens ?? CONTEXT_TOKENS[locality];

  function acceptedBy(
    name: string,
    hostname: string,
    model: DiscoveredModel | undefined,
  ): AcceptedParameters {
    const known = accepted.get(name) ?? {
      reasoningEffort: model?.reasons !== false,
      streamOptions: true,
      limitName: hostname === "api.openai.com" ? "max_completion_tokens" : "max_tokens",
      reasoningLimit: true,
    };
    accepted.set(name, known);
    return known;
  }

  function toInfo(model: DiscoveredModel, hostname: string, host: string): ModelInfo {
    const locality = model.forwardedTo === undefined ? localityOf(hostname) : "cloud";
    return {
      id: prefix + model.name,
      providerId: server.id,
      name: model.name.replace(/:latest$/, ""),
      locality,
      ...(locality !== "device" && { host: toHost(host, model.forwardedTo) }),
      state: model.reason === undefined ? "ready" : "unavailable",
      ...(model.reason !== undefined && { reason: model.reason }),
      contextTokens: contextOf(model, locality),
      ...(model.memoryBytes !== undefined && { memoryBytes: model.memoryBytes }),
      ...(locality === "cloud" && { price: model.price ?? UNKNOWN_PRICE }),
    };
  }

  return {
    id: server.id,
    name: server.name,
    listModels: async (signal) => {
      try {
        const client = clientOf(options);
        discovered = await discoverServer(client, server, signal);
        const { hostname, host } = client.address;
        return discovered.models.map((model) => toInfo(model, hostname, host));
      } catch (error) {
        signal.throwIfAborted();
        return [unavailableModel(server, toPlainError(error).message)];
      }
    },
    open: (modelId) => {
      if (!modelId.startsWith(prefix)) throw new NotFoundError(`${server.name} has no model "${modelId}"`);
      const client = clientOf(options);
      const name = modelId.slice(prefix.length);
      const model = discovered.models.find((candidate) => candidate.name === name);
      return createChatModel({
        client,
        serverName: server.name,
        modelName: name,
        software: server.kind ?? discovered.software,
        contextTokens: contextOf(model, localityOf(client.address.hostname)),
        accepted: acceptedBy(name, client.address.hostname, model),
      });
    },
  };
}

function clientOf({ server, ...rest }: OpenAICompatibleOptions) {
  const { baseUrl, kind } = server;
  // Behind a proxy it may have its own path; its models are below that.
  const address = parseAddress(kind === "companion" ? `${baseUrl.replace(/\/+$/, "")}/v1` : baseUrl);
  return createServerClient({ ...rest, address });
}

function toHost(host: string, forwardedTo: string | undefined): string {
  return forwardedTo === undefined ? host : `${forwardedTo}, through ${host}`;
}

/** A placeholder for the models of a server, so that the person sees why there are none. */
function unavailableModel(server: ModelServer, reason: string): ModelInfo {
  const address = URL.canParse(server.baseUrl) ? new URL(server.baseUrl) : undefined;
  const locality = localityOf(address?.hostname ?? "");
  return {
    id: `${server.id}/`,
    providerId: server.id,
    name: server.name,
    locality,
    ...(locality !== "device" && address && { host: address.host }),
    state: "unavailable",
    reason,
    contextTokens: 0,
  };
}
