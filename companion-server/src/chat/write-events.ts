import { ApiError, toErrorBody } from "../http/api-error";
import type { AnswerPart, Usage } from "./read-answer";

/** What every chunk of one answer carries. */
export interface AnswerHead {
  readonly id: string;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly model: string;
}

export interface WriteEventsOptions {
  readonly head: AnswerHead;
  /** Whether the client asked for the numbers (`stream_options.include_usage`). */
  readonly withUsage: boolean;
  readonly onFinish: (usage: Usage | undefined) => void;
  /** Words for what ended the answer early. */
  readonly toError: (thrown: unknown) => unknown;
}

/**
 * An answer as OpenAI's server-sent events. A failure midway becomes an event with `error` and no `[DONE]`, which is
 * how OpenAI tells it once the status has gone out.
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
