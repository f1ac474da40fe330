import type { LanguageModelV3FinishReason, LanguageModelV3StreamPart } from "@ai-sdk/provider";
import type { Wait } from "../../../util/wait";
import { classifyFailure } from "../failures/classify-failure";
import { isFailure, readFailure } from "../failures/server-failure";
import {
  cutShortError,
  type FailedModel,
  toConnectionError,
  toModelError,
  unreadableError,
} from "../failures/to-model-error";
import { readChatChunk } from "./chat-chunk";
import { readServerEvents, type ServerEvent } from "./read-server-events";
import type { TokenCounts } from "./token-counts";

/** More unframed text is no error of a server. */
const MAX_UNFRAMED_CHARACTERS = 200_000;

type Payload = Readonly<Record<string, unknown>>;

/** How long token counts are waited for, after the finish reason: some servers keep the connection open. */
const COUNTS_TIMEOUT_MS = 5_000;

/**
 * The parts of a chat's reply. What a server sends is read leniently: an answer is complete once its finish reason came,
 * whatever else is missing or follows. Rejects with an error with a remedy when the server reports one, in any form, and
 * when the reply ends without a finish reason.
 */
export async function* readAnswerParts(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { model, wait }: { readonly model: FailedModel; readonly wait: Wait },
): AsyncGenerator<LanguageModelV3StreamPart> {
  const reply = new ChatReply(model);
  const events = readServerEvents(reader);
  const stop = new AbortController();
  let timeout: Promise<undefined> | undefined;
  try {
    while (!reply.isComplete) {
      const next = events.next();
      if (reply.hasFinished) timeout ??= wait(COUNTS_TIMEOUT_MS, stop.signal).then(() => undefined);
      const result = await (timeout ? Promise.race([next, timeout]) : next);
      // The wait for the next event goes on until the reader is cancelled.
      if (!result) next.catch(() => {});
      if (!result || result.done) break;
      yield* reply.read(result.value);
    }
  } catch (error) {
    if (!reply.hasFinished) throw toConnectionError(error, model, true);
  } finally {
    timeout?.catch(() => {});
    stop.abort();
  }
  yield* reply.end();
}

/** What is known of a reply while it is read. */
class ChatReply {
  readonly #model: FailedModel;
  #finish: string | undefined;
  #counts: TokenCounts = {};
  /** True once nothing of use can follow. */
  #isDone = false;
  #hasData = false;
  /** Lines outside of events: an error, a web page, or an answer that was not streamed. */
  #unframed = "";

  constructor(model: FailedModel) {
    this.#model = model;
  }

  get hasFinished(): boolean {
    return this.#finish !== undefined;
  }

  get isComplete(): boolean {
    return this.#isDone;
  }

  *read(event: ServerEvent): Generator<LanguageModelV3StreamPart> {
    if (event.type === "data") yield* this.#readData(event);
    else yield* this.#readLine(event.line);
  }

  *end(): Generator<LanguageModelV3StreamPart> {
    if (this.#finish === undefined) yield* this.#readUnframed();
    if (this.#finish === undefined) throw cutShortError(this.#model);
    yield { type: "finish", finishReason: this.#toFinishReason(this.#finish), usage: toUsage(this.#counts) };
  }

  *#readData({ data, event }: MessageData): Generator<LanguageModelV3StreamPart> {
    const trimmed = data.trim();
    if (trimmed === "") return;
    this.#hasData = true;
    if (trimmed === "[DONE]") {
      this.#isDone = true;
      return;
    }
    const value = parseJson(trimmed);
    const lines = trimmed.split("\n");
    if (value === undefined && lines.length > 1 && lines.every(isMessage)) {
      // Some servers leave out the empty line between events.
      for (const line of lines) yield* this.#readData({ data: line, ...(event !== undefined && { event }) });
      return;
    }
    if (this.#finish !== undefined && !isObject(value)) return;
    if (event === "error") throw this.#toError(value ?? trimmed);
    // Words are an error of a proxy; a number or null says nothing.
    if (value === undefined || typeof value === "string") throw this.#toWordsError(trimmed);
    if (isObject(value)) yield* this.#readPayload(value);
  }

  /** A line is a whole object of JSON, or a part of a longer text that is read at the end. */
  *#readLine(line: string): Generator<LanguageModelV3StreamPart> {
    // llama.cpp frames its errors as "error: {…}".
    const value = parseJson(line.replace(/^error:/, ""));
    if (isObject(value)) yield* this.#readPayload(/^error:/.test(line) ? { error: value } : value);
    else if (this.#unframed.length < MAX_UNFRAMED_CHARACTERS) this.#unframed += `${line}\n`;
  }

  *#readUnframed(): Generator<LanguageModelV3StreamPart> {
    const text = this.#unframed.trim();
    if (text === "") {
      if (!this.#hasData) throw unreadableError(this.#model);
      return;
    }
    const value = parseJson(text);
    const payload = Array.isArray(value) ? value[0] : value;
    if (!isObject(payload)) throw this.#toWordsError(text);
    yield* this.#readPayload(payload);
    if (this.#finish === undefined) throw unreadableError(this.#model);
  }

  *#readPayload(payload: Payload): Generator<LanguageModelV3StreamPart> {
    this.#hasData = true;
    if (this.#finish === undefined && isFailure(payload)) throw this.#toError(payload);
    const { text, reasoning, finish, counts } = readChatChunk(payload);
    if (reasoning !== "") yield { type: "reasoning-delta", id: "0", delta: reasoning };
    if (text !== "") yield { type: "text-delta", id: "0", delta: text };
    this.#counts = { ...this.#counts, ...counts };
    this.#finish ??= finish;
    if (this.#finish === undefined) return;
    this.#isDone = counts?.output !== undefined;
    if (BROKEN.test(this.#finish)) throw this.#toError(payload);
  }

  #toError(reply: unknown): Error {
    return toModelError(readFailure(reply), this.#model);
  }

  /** Words that name no failure are no error of a model server. */
  #toWordsError(words: string): Error {
    const failure = readFailure(words);
    return classifyFailure(failure) === "other" || /^\s*</.test(words)
      ? unreadableError(this.#model)
      : toModelError(failure, this.#model);
  }

  #toFinishReason(raw: string): LanguageModelV3FinishReason {
    if (/length|max_?(?:output_)?tokens/i.test(raw)) return { unified: "length", raw };
    if (/filter|safety|refusal|blocklist|prohibited/i.test(raw)) return { unified: "content-filter", raw };
    return { unified: /tool|function/i.test(raw) ? "tool-calls" : "stop", raw };
  }
}

type MessageData = Omit<Extract<ServerEvent, { type: "data" }>, "type">;

/** Finish reasons of a failure. */
const BROKEN = /error|abort|insufficient_system_resource|cancel/i;

function toUsage({ input, output, reasoning }: TokenCounts) {
  const text = output === undefined ? undefined : output - (reasoning ?? 0);
  return {
    inputTokens: { total: input, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
    outputTokens: { total: output, text, reasoning },
  };
}

function isMessage(line: string): boolean {
  return line.trim() === "[DONE]" || parseJson(line) !== undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Payload {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
