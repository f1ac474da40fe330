import type { Fetch } from "../../ports/fetch";
import { countWords, type ModelScript } from "./model-script";
import type { FakeModel } from "./server-kind";
import { SERVER_KINDS, type ServerKindName } from "./server-kinds";
import { streamChat } from "./stream-chat";

export interface FakeModelServerOptions {
  readonly models?: readonly FakeModel[];
  /** Requests without it are refused (401); none where absent. */
  readonly key?: string;
  /** Allowed web origins, for kinds that check them. */
  readonly allowedOrigins?: readonly string[];
}

/** A stateful stand-in for a model server, written from its documented shapes. */
export interface FakeModelServer {
  readonly baseUrl: string;
  readonly models: readonly FakeModel[];
  handle(request: Request): Promise<Response>;
  /** Sets the script for every later request. */
  setScript(script: ModelScript): void;
  /** Chats that are being answered now. */
  openChats(): number;
  /** Bodies of the chats so far. */
  readonly chats: readonly ChatBody[];
  /** Method and path of every request so far. */
  readonly requests: readonly string[];
}

interface ChatBody {
  readonly model: string;
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean };
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
}

const MODELS: readonly FakeModel[] = [{ name: "small-chat", contextTokens: 4_096 }];

export function createFakeModelServer(
  kindName: ServerKindName,
  { models = MODELS, key, allowedOrigins = [] }: FakeModelServerOptions = {},
): FakeModelServer {
  const kind = SERVER_KINDS[kindName];
  const chats: ChatBody[] = [];
  const requests: string[] = [];
  let script: ModelScript = {};
  let open = 0;

  function refusal({ headers, method }: Request): Response | undefined {
    const origin = headers.get("origin");
    if (kind.checksOrigin && origin !== null && !allowedOrigins.includes(origin))
      return new Response(null, { status: 403 });
    if (key === undefined || method === "OPTIONS" || headers.get("authorization") === `Bearer ${key}`)
      return undefined;
    const shown = headers.get("authorization")?.replace("Bearer ", "") ?? "";
    // Real servers repeat the key they received.
    return json(
      { error: { message: `Incorrect API key provided: ${shown}.`, code: "invalid_api_key" } },
      401,
    );
  }

  function chat(body: ChatBody, signal: AbortSignal): Response {
    chats.push(body);
    const model = models.find(({ name }) => name === body.model);
    if (!model) return json({ error: { message: `model '${body.model}' not found` } }, 404);
    const promptTokens = countWords(body.messages.map(({ content }) => textOfContent(content)).join(" "));
    const tooLong = promptTokens > model.contextTokens ? kind.overflow?.(model, promptTokens) : undefined;
    if (tooLong) return json(tooLong.body, tooLong.status);
    if (script.refuse) return json(kind.failure, 500);
    open++;
    let ended = false;
    const onEnd = () => {
      if (!ended) open--;
      ended = true;
    };
    const withUsage = body.stream_options?.include_usage === true;
    const parts = { kind, model: model.name, script, promptTokens, withUsage, signal, onEnd };
    return new Response(streamChat(parts), { headers: { "content-type": "text/event-stream" } });
  }

  return {
    baseUrl: kind.baseUrl,
    models,
    chats,
    requests,
    setScript: (next) => {
      script = next;
    },
    openChats: () => open,
    handle: async (request) => {
      const { pathname } = new URL(request.url);
      requests.push(`${request.method} ${pathname}`);
      const refused = refusal(request);
      if (refused) return refused;
      const body = request.method === "POST" ? await request.json() : undefined;
      if (pathname === "/v1/chat/completions") return chat(body as ChatBody, request.signal);
      const described = kind.describe(pathname, models, body);
      return described ? json(described) : new Response("404 page not found", { status: 404 });
    },
  };
}

/**
 * Sends requests as an extension does: no Origin on a GET, its own on a POST, and an abort that ends the wait for a
 * reply.
 */
export function fetchFrom(
  { handle }: Pick<FakeModelServer, "handle">,
  origin = "chrome-extension://atlas",
): Fetch {
  return async (url, init) => {
    const request = new Request(url, init);
    request.signal.throwIfAborted();
    if (request.method !== "GET") request.headers.set("origin", origin);
    return handle(request);
  };
}

/** A server that is not running. */
export const refuseConnection: Fetch = () => Promise.reject(new TypeError("Failed to fetch"));

function json(body: object, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}

function textOfContent(content: unknown): string {
  if (typeof content === "string") return content;
  return Array.isArray(content) ? content.map((part: { text?: string }) => part.text ?? "").join(" ") : "";
}
