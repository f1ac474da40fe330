import type { VendorRefusal, VendorScript, VendorStep } from "./vendor-script";

export interface FakeModel {
  readonly name: string;
  readonly contextTokens: number;
}

/** What a dialect reads off a request for an answer. */
export interface AskedChat {
  readonly model: string;
  /** Every text of the prompt. */
  readonly prompt: string;
}

export interface Counts {
  readonly input: number;
  readonly output: number;
}

/** A status and a body, as vendors refuse. */
export interface Refused {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Said {
  readonly model: string;
  readonly counts: Counts;
}

type Spoken = Extract<VendorStep, { text: string } | { toolCall: unknown }>;

/** How one vendor words requests, events and refusals; from its public documentation. */
export interface Dialect {
  /** The key a request shows. */
  keyOf(headers: Headers): string | null;
  /** Path of the list, below the base address. */
  readonly listPath: string;
  list(models: readonly FakeModel[]): object;
  /** Undefined for a path that is no chat. */
  readChat(path: string, body: unknown): AskedChat | undefined;
  begin(said: Said): string;
  step(step: Spoken, said: Said): string;
  end(finish: NonNullable<VendorScript["finish"]>, said: Said): string;
  /** A failure inside a stream. */
  readonly failure: string;
  wrongKey(shown: string): Refused;
  unknownModel(name: string): Refused;
  tooLong(model: FakeModel, tokens: number): Refused;
  refusal(reason: VendorRefusal): Refused;
  readonly broken: Refused;
}

export function toEvent(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}
