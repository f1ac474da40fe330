import type { LanguageModelV3 } from "@ai-sdk/provider";

/** A model as its vendor lists it. */
export interface ListedModel {
  /** The vendor's own name: "claude-sonnet-4-5". */
  readonly name: string;
  /** As shown: "Claude Sonnet 4.5". */
  readonly title?: string | undefined;
  /** Tokens of input and output together; absent where neither vendor nor documentation says. */
  readonly contextTokens?: number | undefined;
}

/** Whose models can be asked, and how. */
export interface Vendor {
  /** First part of the models' ids. */
  readonly id: string;
  readonly name: string;
  /** Environment variables that may hold the key, the usual one first. */
  readonly keyVariables: readonly [string, ...string[]];
  /** Variable with another address: a proxy, a gateway. */
  readonly baseUrlVariable: string;
  readonly baseUrl: string;
  open(modelName: string, access: OpenAccess): LanguageModelV3;
  /** Chat models within reach of the key. Rejects with what `fetch` or the schema rejects with, or ListError. */
  list(access: OpenAccess, signal: AbortSignal): Promise<readonly ListedModel[]>;
}

/** A vendor the companion has a key for. */
export interface VendorAccess {
  readonly vendor: Vendor;
  /** The variable the key stood in. */
  readonly variable: string;
  readonly key: string;
  /** Without a slash at its end. */
  readonly baseUrl: string;
}

export interface OpenAccess {
  readonly key: string;
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
}
