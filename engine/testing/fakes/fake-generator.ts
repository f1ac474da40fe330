import type { GenerateEvent, GenerateRequest, Generator, ModelWindow, TokenUsage } from "../../llm/generator";
import type { ModelInfo } from "../../llm/model-provider";

export const fakeModel: ModelInfo = {
  id: "fake/obedient",
  providerId: "fake",
  name: "Obedient",
  locality: "device",
  state: "ready",
  contextTokens: 8_000,
};

export interface FakeGeneratorOptions {
  /** The pieces of the model's text; an error among them is thrown, and another event is sent. */
  readonly respond?: (request: GenerateRequest) => readonly FakePiece[] | Promise<readonly FakePiece[]>;
  readonly model?: Partial<ModelInfo>;
  /** False: there is no model. */
  readonly available?: boolean;
  readonly reason?: "stop" | "length";
  readonly usage?: TokenUsage;
}

export type FakePiece = string | Error | GenerateEvent;

/** A language model with given replies that records its requests. */
export function createFakeGenerator({
  respond = () => ["Yes."],
  model = {},
  available = true,
  reason = "stop",
  usage = { inputTokens: 1, outputTokens: 1 },
}: FakeGeneratorOptions = {}): Generator & { readonly asked: readonly GenerateRequest[] } {
  const asked: GenerateRequest[] = [];
  const info: ModelInfo = { ...fakeModel, ...model };
  const window: ModelWindow = {
    model: info,
    contextTokens: info.contextTokens,
    countTokens: (text) => Math.ceil(text.length / 4),
  };
  return {
    asked,
    window: async () => (available ? window : undefined),
    async *generate(request) {
      asked.push(request);
      request.signal.throwIfAborted();
      yield { type: "model", model: info };
      for (const piece of await respond(request)) {
        request.signal.throwIfAborted();
        if (piece instanceof Error) throw piece;
        yield typeof piece === "string" ? { type: "text", delta: piece } : piece;
      }
      yield { type: "finish", reason, usage };
    },
  };
}
