import type { AskRequest } from "../contract/ask";
import type { ModelInfo } from "./model-provider";

export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** Decides which models may answer. */
export interface ModelChoice extends Pick<AskRequest, "modelId" | "cloudAllowed"> {
  /** True when the messages include text of a source that may not be sent to a cloud. */
  readonly deviceOnly?: boolean;
}

/** The router chooses the model where none is named; `cloudAllowed` is needed where the policy is `ask`. */
export interface GenerateRequest extends ModelChoice {
  readonly messages: readonly ChatMessage[];
  /** For the answer; a model that thinks has further tokens for that, as far as its window and the budget allow. */
  readonly maxOutputTokens: number;
  /** Labels of the sources whose passages are in the messages, for the egress log. */
  readonly sourceLabels?: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * `model` comes first, and again when another model takes over before the first text; the reasoning before it is then
 * obsolete. `retract`: the text so far was reasoning.
 */
export type GenerateEvent =
  | { readonly type: "model"; readonly model: ModelInfo }
  | { readonly type: "text"; readonly delta: string }
  | { readonly type: "reasoning"; readonly delta: string }
  | { readonly type: "retract" }
  | {
      readonly type: "finish";
      readonly reason: "stop" | "length" | "filtered" | "other";
      readonly usage: TokenUsage;
    };

/** `outputTokens` includes `reasoningTokens`. */
export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Absent where the model did not think. */
  readonly reasoningTokens?: number;
}

/** The context window of the model that would answer. */
export interface ModelWindow {
  readonly model: ModelInfo;
  readonly contextTokens: number;
  /** Tokens of a text, by the model's tokenizer where there is one, otherwise overestimated. */
  countTokens(text: string): number;
}

/** Generates text with the best available model. */
export interface Generator {
  /** The window of the model that would answer now; undefined when no model may or can, and answers are extractive. */
  window(choice: ModelChoice): Promise<ModelWindow | undefined>;
  /**
   * Rejects with BudgetError when the budget is used up, PermissionError when only models could answer that the person
   * has not allowed, ContextOverflowError when the messages fit no model, NotFoundError when the chosen model does not
   * exist, ThinkingLimitError when the model spent its limit before the answer began, AbortError when stopped. Otherwise rejects with the error of the last model of the chain before its first
   * text, or of any model after it: UnavailableError, or an error that names a remedy, such as SignInError.
   */
  generate(request: GenerateRequest): AsyncIterable<GenerateEvent>;
}
