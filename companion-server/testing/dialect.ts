import type { VendorRefusal, VendorScript, VendorStep } from "./vendor-script";

export interface FakeModel {
  readonly name: string;
  readonly contextTokens: number;
}

/** What a dialect reads off a request for an answer. */
export interface ChatInput {
  readonly model: string;
  /** Every text of the prompt. */
  readonly prompt: string;
}

export interface TokenCounts {
  readonly input: number;
  readonly output: number;
}

/** A status and a body, as vendors refuse. */
export interface RefusalResponse {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FakeAnswer {
  readonly model: string;
  readonly counts: TokenCounts;
}

type ContentStep = Extract<VendorStep, { text: string } | { toolCall: unknown }>;

/** How one vendor words requests, events and refusals; from its public documentation. */
export interface VendorDialect {
  /** The key a request shows. */
  keyOf(headers: Headers): string | null;
  /** Path of the list, below the base address. */
  readonly listPath: string;
  list(models: readonly FakeModel[]): object;
  /** Undefined for a path that is no chat. */
  readChat(path: string, body: unknown): ChatInput | undefined;
  begin(answer: FakeAnswer): string;
  step(step: ContentStep, answer: FakeAnswer): string;
  end(finish: NonNullable<VendorScript["finish"]>, answer: FakeAnswer): string;
  /** A failure inside a stream. */
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
