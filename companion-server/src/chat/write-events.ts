import { ApiError, toErrorBody } from "../http/api-error";
import type { AnswerPart, Usage } from "./read-answer";

/** The fields of every chunk of an answer. */
export interface AnswerHead {
  readonly id: string;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly model: string;
}

export interface WriteEventsOptions {
  readonly head: AnswerHead;
  /** True when the client asked for usage (`stream_options.include_usage`). */
  readonly withUsage: boolean;
  readonly onFinish: (usage: Usage | undefined) => void;
  /** Converts an error of the stream. */
  readonly toError: (thrown: unknown) => unknown;
}

/**
 * An answer as OpenAI's server-sent events. An error after the status was sent becomes an event with `error` and no
 * `[DONE]`, as with OpenAI.
 */
export async function* writeEvents(
  parts: AsyncIterable<AnswerPart>,
  { head, withUsage, onFinish, toError }: WriteEventsOptions,
): AsyncGenerator<string> {
  const chunk = (delta: object, finish: string | null = null) =>
    toEvent({
      ...head,
      object: "chat.completion.chunk",
      choices: [{ index: 0, delta, finish_reason: finish }],
      ...(withUsage && { usage: null }),
    });
  try {
    yield chunk({ role: "assistant", content: "" });
    for await (const part of parts) {
      if (part.type === "text") yield chunk({ content: part.text });
      else if (part.type === "reasoning") yield chunk({ reasoning_content: part.text });
      else {
        onFinish(part.usage);
        yield chunk({}, part.reason);
        if (withUsage && part.usage)
          yield toEvent({ ...head, object: "chat.completion.chunk", choices: [], usage: part.usage });
        yield "data: [DONE]\n\n";
      }
    }
  } catch (thrown) {
    const error = toError(thrown);
    if (!(error instanceof ApiError)) throw thrown;
    yield toEvent(toErrorBody(error));
  }
}

function toEvent(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}
