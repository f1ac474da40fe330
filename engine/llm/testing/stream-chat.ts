import { countWords, type ModelScript, type ModelStep, textOf } from "./model-script";
import { GARBAGE, type ReportedUsage, type ServerKind } from "./server-kind";

export interface ChatStream {
  readonly kind: ServerKind;
  readonly model: string;
  readonly script: ModelScript;
  readonly promptTokens: number;
  /** Whether the client requested token counts. */
  readonly withUsage: boolean;
  readonly signal: AbortSignal;
  readonly onEnd: () => void;
}

/** The chunks of a chat as server-sent events, in OpenAI's shape with the additions of the kind. */
export function streamChat(chat: ChatStream): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const gone = new Promise<never>((_, reject) => {
    chat.signal.addEventListener("abort", () => reject(chat.signal.reason), { once: true });
  });
  gone.catch(() => {});
  const events = writeEvents(chat, gone);
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await events.next();
        if (!done) return controller.enqueue(encoder.encode(value));
        chat.onEnd();
        controller.close();
      } catch (error) {
        chat.onEnd();
        controller.error(error);
      }
    },
    cancel: () => chat.onEnd(),
  });
}

async function* writeEvents(chat: ChatStream, gone: Promise<never>): AsyncGenerator<string> {
  const { script } = chat;
  const { kind } = chat;
  const toEvent = (data: object) => frameOf(kind)(JSON.stringify(data));
  yield toEvent(chunkOf(chat, { role: "assistant", content: "" }));
  for (const step of script.steps ?? []) {
    if ("until" in step) await Promise.race([step.until, gone]);
    else yield* writeStep(chat, step);
    if (endsAnswer(step)) return;
    // A turn of the event loop, so that a client receives each part by itself.
    await Promise.race([new Promise((resolve) => setImmediate(resolve)), gone]);
  }
  yield toEvent(chunkOf(chat, {}, script.finish ?? "stop"));
  if (chat.withUsage) {
    const { choices: _, ...head } = chunkOf(chat, {});
    yield toEvent({ ...head, ...(kind.usageChunk ?? { choices: [] }), usage: toWire(usageOf(chat)) });
  }
  yield frameOf(kind)("[DONE]");
}

type OutputStep = Exclude<ModelStep, { until: unknown }>;

function* writeStep(chat: ChatStream, step: OutputStep): Generator<string> {
  if ("garbage" in step) yield GARBAGE[step.garbage];
  else if ("fail" in step && step.fail === "cut") throw new TypeError("terminated");
  else if ("fail" in step) yield failureOf(chat.kind);
  else for (const delta of toDeltas(step)) yield frameOf(chat.kind)(JSON.stringify(chunkOf(chat, delta)));
}

/** Nothing follows a failure; a web page replaces the whole body, as from a proxy. */
function endsAnswer(step: ModelStep): boolean {
  return "fail" in step || ("garbage" in step && step.garbage === "html");
}

/** A tool call is sent in pieces, as by all servers. */
function toDeltas(step: Exclude<OutputStep, { garbage: unknown } | { fail: unknown }>): readonly object[] {
  if ("text" in step) return [{ content: step.text }];
  if ("reasoning" in step) return [{ content: null, reasoning_content: step.reasoning }];
  const { name, input } = step.toolCall;
  const call = (rest: object) => ({ tool_calls: [{ index: 0, ...rest }] });
  return [
    call({ id: "call_1", type: "function", function: { name, arguments: "" } }),
    call({ function: { arguments: input } }),
  ];
}

function chunkOf({ kind, model }: ChatStream, delta: object, finish: string | null = null) {
  return {
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1_735_689_600,
    model,
    ...kind.chunk(model),
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  };
}

function usageOf({ script, promptTokens }: ChatStream): ReportedUsage {
  return { prompt: promptTokens, completion: countWords(textOf(script)) };
}

function toWire({ prompt, completion }: ReportedUsage): object {
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

function frameOf({ frame = (json) => `data: ${json}\n\n` }: ServerKind): (json: string) => string {
  return frame;
}

function failureOf(kind: ServerKind): string {
  return (kind.frameFailure ?? frameOf(kind))(JSON.stringify(kind.failure));
}
