import type { ModelInfo } from "./model-provider";

export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

export interface GenerateRequest {
  readonly messages: readonly ChatMessage[];
  readonly maxOutputTokens: number;
  /** Id of the model the person asked for; the router chooses where absent. */
  readonly modelId?: string;
  /** True when something in the messages comes from a source that is never to be sent to a cloud. */
  readonly deviceOnly?: boolean;
  /** True when the person agreed to send this one question to a cloud; needed where the policy is `ask`. */
  readonly cloudAllowed?: boolean;
  /** Labels of the sources whose passages are in the messages, for the egress log. */
  readonly sourceLabels?: readonly string[];
  readonly signal: AbortSignal;
}

/** What decides which models may answer. */
export type ModelChoice = Pick<GenerateRequest, "modelId" | "deviceOnly" | "cloudAllowed">;

/** `model` comes first, and again when another model takes over before the first text. */
export type GenerateEvent =
  | { readonly type: "model"; readonly model: ModelInfo }
  | { readonly type: "text"; readonly delta: string }
  | {
      readonly type: "finish";
      readonly reason: "stop" | "length" | "filtered" | "other";
      readonly usage: { readonly inputTokens: number; readonly outputTokens: number };
    };

/** What the model that would answer can take. */
export interface ModelWindow {
  readonly model: ModelInfo;
  readonly contextTokens: number;
  /** Tokens of a text, by the model's tokenizer where there is one, else a careful overestimate. */
  countTokens(text: string): number;
}

/** Text from the best model at hand. */
export interface Generator {
  /** The model that would answer now; undefined when none may or can, and answers are extractive. */
  window(choice: ModelChoice): Promise<ModelWindow | undefined>;
  /**
   * Rejects with BudgetError when the limit is reached, PermissionError when only models could answer that the person
   * has not allowed, ContextOverflowError when the messages fit no model, NotFoundError when the model asked for is
   * gone, AbortError when stopped; else with what went wrong at the last model of the chain before its first text, or
   * at any model after it: UnavailableError, or SignInError and the like where the person can do something about it.
   */
  generate(request: GenerateRequest): AsyncIterable<GenerateEvent>;
}
