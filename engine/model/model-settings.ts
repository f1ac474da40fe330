/**
 * Where questions and passages may be sent. `device`: nowhere, they stay on this computer. `network`: also to
 * machines in the person's own network. `ask`: also to a cloud, when the person agrees for that one question.
 * `cloud`: anywhere.
 */
export type SendPolicy = "device" | "network" | "ask" | "cloud";

/**
 * A server with OpenAI's API: Ollama, LM Studio, llama.cpp, vLLM, a companion, a vendor. It contains nothing secret.
 */
export interface ModelServer {
  /** Lower-case letters, digits and hyphens. Also the name of its key in the vault. */
  readonly id: string;
  readonly name: string;
  /** Address as the person entered it: "http://localhost:11434", "https://api.openai.com/v1". */
  readonly baseUrl: string;
  /**
   * The person's companion server, which also handles sign-ins. There is at most one. Its key is the pairing token.
   */
  readonly kind?: "companion";
}

/** The person's settings for language models. */
export interface ModelSettings {
  readonly policy: SendPolicy;
  readonly servers: readonly ModelServer[];
  /** Id of the model to try first; absent: the router chooses. */
  readonly preferredModelId?: string;
  /** Send the request to the two best models at once and use the one whose text arrives first. Both are paid for. */
  readonly race: boolean;
  /** Spending limit in US dollars; absent: no limit. */
  readonly dailyBudget?: number;
  readonly monthlyBudget?: number;
}
