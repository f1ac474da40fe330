/**
 * Where questions and passages may be sent. `device`: they never leave this computer. `network`: also to machines of
 * the person's own network. `ask`: also to a cloud, when the person agrees to that one question. `cloud`: anywhere.
 */
export type SendPolicy = "device" | "network" | "ask" | "cloud";

/** A server with OpenAI's interface: Ollama, LM Studio, llama.cpp, vLLM, a companion, a vendor. Nothing in it is secret. */
export interface ModelServer {
  /** Lower-case letters, digits and hyphens; also names its key in the vault. */
  readonly id: string;
  readonly name: string;
  /** Address as the person entered it: "http://localhost:11434", "https://api.openai.com/v1". */
  readonly baseUrl: string;
  /** The person's companion server, which also makes sign-ins; there is one at most. Its key is the pairing token. */
  readonly kind?: "companion";
}

/** What the person chose for language models. */
export interface ModelSettings {
  readonly policy: SendPolicy;
  readonly servers: readonly ModelServer[];
  /** Id of the model to try first, wherever it is; absent: the router chooses. */
  readonly preferredModelId?: string;
  /** Ask the two best models at once and take the one that speaks first; both are paid for. */
  readonly race: boolean;
  /** Most that may be spent, in US dollars; absent: no limit. */
  readonly dailyBudget?: number;
  readonly monthlyBudget?: number;
}
