import type { VendorRefusal, VendorScript, VendorStep } from "./vendor-script";

export interface FakeModel {
  readonly name: string;
  readonly contextTokens: number;
}

/** The fields of a chat request. */
export interface ChatInput {
  readonly model: string;
  /** All texts of the prompt. */
  readonly prompt: string;
}

export interface TokenCounts {
  readonly input: number;
  readonly output: number;
}

/** An error response: status and body. */
export interface RefusalResponse {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FakeAnswer {
  readonly model: string;
  readonly counts: TokenCounts;
}

type ContentStep = Extract<VendorStep, { text: string } | { reasoning: string } | { toolCall: unknown }>;

/** The format of a vendor's requests, events and errors, from its public documentation. */
export interface VendorDialect {
  /** The key of a request. */
  keyOf(headers: Headers): string | null;
  /** Path of the list of models, below the base URL. */
  readonly listPath: string;
  list(models: readonly FakeModel[]): object;
  /** Undefined for a path that is not a chat. */
  readChat(path: string, body: unknown): ChatInput | undefined;
  begin(answer: FakeAnswer): string;
  step(step: ContentStep, answer: FakeAnswer): string;
  end(finish: NonNullable<VendorScript["finish"]>, answer: FakeAnswer): string;
  /** An error inside a stream. */
  readonly failure: string;
  wrongKey(shown: string): RefusalResponse;
  unknownModel(name: string): RefusalResponse;
  tooLong(model: FakeModel, tokens: number): RefusalResponse;
  refusal(reason: VendorRefusal): RefusalResponse;
  readonly broken: RefusalResponse;
}

export function toEvent(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}
