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
  yield toEvent(chunkOf(chat, { role: "assistant", content: "" }));
  for (const step of script.steps ?? []) {
    if ("until" in step) await Promise.race([step.until, gone]);
    else yield* writeStep(chat, step);
    if (endsAnswer(step)) return;
    // A turn of the event loop, so that a client receives each part by itself.
    await Promise.race([new Promise((resolve) => setImmediate(resolve)), gone]);
  }
  yield toEvent(chunkOf(chat, {}, script.finish ?? "stop"));
  if (chat.withUsage) yield toEvent({ ...chunkOf(chat, {}), choices: [], usage: toWire(usageOf(chat)) });
  yield "data: [DONE]\n\n";
}

type OutputStep = Exclude<ModelStep, { until: unknown }>;

function* writeStep(chat: ChatStream, step: OutputStep): Generator<string> {
  if ("garbage" in step) yield GARBAGE[step.garbage];
  else if ("fail" in step && step.fail === "cut") throw new TypeError("terminated");
  else if ("fail" in step) yield toEvent(chat.kind.failure);
  else for (const delta of toDeltas(step)) yield toEvent(chunkOf(chat, delta));
}

/** Nothing follows a failure; a web page replaces the whole body, as from a proxy. */
function endsAnswer(step: ModelStep): boolean {
  return "fail" in step || ("garbage" in step && step.garbage === "html");
}

/** A tool call is sent in pieces, as by all servers. */
function toDeltas(step: Exclude<OutputStep, { garbage: unknown } | { fail: unknown }>): readonly object[] {
  if ("text" in step) return [{ content: step.text }];
  const { name, input } = step.toolCall;
  const call = (rest: object) => ({ tool_calls: [{ index: 0, ...rest }] });
  return [
    call({ id: "call_1", type: "function", function: { name, arguments: "" } }),
    call({ function: { arguments: input } }),
  ];
}

function chunkOf({ kind, model }: ChatStream, delta: object, finish: string | null = null): object {
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

function toEvent(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}
