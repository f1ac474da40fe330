import type { Context } from "hono";
import { ApiError } from "../http/api-error";
import { createRequestSignal } from "../http/create-request-signal";
import { readJson } from "../http/read-json";
import { type LoggedOutcome, setOutcome } from "../http/request-log";
import { withTimeout } from "../http/with-timeout";
import type { ModelDirectory } from "../models/model-directory";
import { toApiError } from "../models/to-api-error";
import type { VendorAccess } from "../models/vendor";
import { type ChatRequest, chatRequest, toCallOptions } from "./chat-request";
import { type AnswerPart, readAnswer, type Usage } from "./read-answer";
import { type AnswerHead, writeEvents } from "./write-events";

export interface ChatRouteDeps {
  readonly directory: ModelDirectory;
  readonly now: () => number;
  readonly limits?: ChatLimits;
}

export interface ChatLimits {
  /** Between two parts of the vendor's stream; a model may reason for long before its first word. */
  readonly idleMs: number;
  /** For the whole answer. */
  readonly totalMs: number;
}

const DEFAULT_LIMITS: ChatLimits = { idleMs: 120_000, totalMs: 600_000 };

/** `POST /v1/chat/completions`: calls the vendor of the model id's prefix, without retries, and streams its answer. */
export function chatRoute({ directory, now, limits = DEFAULT_LIMITS }: ChatRouteDeps) {
  return async (context: Context): Promise<Response> => {
    const request = await readJson(context, chatRequest);
    const { access, model } = directory.open(request.model);
    const requestSignal = createRequestSignal(context.req.raw.signal, limits.totalMs);
    const { signal } = requestSignal;
    const toError = (thrown: unknown) => toRouteError(thrown, access, signal);
    try {
      const asked = model.doStream({ ...toCallOptions(request), abortSignal: signal });
      const { stream } = await withTimeout(asked, limits.idleMs);
      const parts = readAnswer(stream, { idleMs: limits.idleMs, signal });
      const head = {
        id: `chatcmpl-${crypto.randomUUID()}`,
        created: Math.floor(now() / 1000),
        model: request.model,
      };
      if (request.stream)
        return streamAnswer(context, parts, { request, head, stop: requestSignal.stop, toError });
      const answer = await collectAnswer(context, parts, head);
      requestSignal.stop();
      return context.json(answer);
    } catch (thrown) {
      const error = toError(thrown);
      requestSignal.stop();
      throw error;
    }
  };
}

interface StreamAnswerOptions {
  readonly request: ChatRequest;
  readonly head: AnswerHead;
  readonly stop: () => void;
  readonly toError: (thrown: unknown) => unknown;
}

function streamAnswer(
  context: Context,
  parts: AsyncIterable<AnswerPart>,
  { request, head, stop, toError }: StreamAnswerOptions,
): Response {
  let outcome: LoggedOutcome = {};
  let resolveOutcome: (outcome: LoggedOutcome) => void = () => {};
  setOutcome(
    context,
    new Promise((resolve) => {
      resolveOutcome = resolve;
    }),
  );
  const events = writeEvents(parts, {
    head,
    withUsage: request.stream_options?.include_usage === true,
    onFinish: (usage) => {
      outcome = toOutcome(usage);
    },
    toError: (thrown) => {
      const error = toError(thrown);
      if (error instanceof ApiError) outcome = { status: error.status };
      return error;
    },
  });
  const body = toBody(events, () => {
    stop();
    resolveOutcome(outcome);
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" },
  });
}

/** A body with backpressure; `onEnd` is called when it ends or fails, or when the client disconnects. */
function toBody(events: AsyncGenerator<string>, onEnd: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await events.next();
        if (!done) return controller.enqueue(encoder.encode(value));
        onEnd();
        controller.close();
      } catch {
        // The client disconnected: every other error has become an event.
        onEnd();
        controller.close();
      }
    },
    cancel: onEnd,
  });
}

/** The whole answer, collected from the stream. */
async function collectAnswer(
  context: Context,
  parts: AsyncIterable<AnswerPart>,
  head: AnswerHead,
): Promise<object> {
  const texts = { text: "", reasoning: "" };
  let finish: Extract<AnswerPart, { type: "finish" }> | undefined;
  for await (const part of parts) {
    if (part.type === "finish") finish = part;
    else texts[part.type] += part.text;
  }
  setOutcome(context, Promise.resolve(toOutcome(finish?.usage)));
  return {
    ...head,
    object: "chat.completion",
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: texts.text,
          ...(texts.reasoning !== "" && { reasoning_content: texts.reasoning }),
          refusal: null,
        },
        finish_reason: finish?.reason ?? "stop",
      },
    ],
    ...(finish?.usage && { usage: finish.usage }),
  };
}

function toOutcome(usage: Usage | undefined): LoggedOutcome {
  return usage ? { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens } : {};
}

function toRouteError(thrown: unknown, access: VendorAccess, signal: AbortSignal): unknown {
  if (signal.aborted && isTimeout(signal.reason))
    return new ApiError(504, `${access.vendor.name} took too long to answer`, { code: "upstream_timeout" });
  return toApiError(thrown, access);
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === "TimeoutError";
}
