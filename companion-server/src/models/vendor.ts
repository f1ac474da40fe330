import type { LanguageModelV3 } from "@ai-sdk/provider";

/** A model as its vendor lists it. */
export interface ListedModel {
  /** The vendor's id: "claude-sonnet-4-5". */
  readonly name: string;
  /** The display name: "Claude Sonnet 4.5". */
  readonly title?: string | undefined;
  /** Tokens of input and output together; absent when unknown. */
  readonly contextTokens?: number | undefined;
}

/** A vendor of models. */
export interface Vendor {
  /** Prefix of the model ids. */
  readonly id: string;
  readonly name: string;
  /** Environment variables of the key, the preferred one first. */
  readonly keyVariables: readonly [string, ...string[]];
  /** Environment variable of another base URL, for a proxy or gateway. */
  readonly baseUrlVariable: string;
  readonly baseUrl: string;
  open(modelName: string, access: OpenAccess): LanguageModelV3;
  /** The chat models that the key can use. Rejects with the error of `fetch` or of the schema, or ListError. */
  list(access: OpenAccess, signal: AbortSignal): Promise<readonly ListedModel[]>;
}

/** A vendor with a key. */
export interface VendorAccess {
  readonly vendor: Vendor;
  /** The environment variable of the key. */
  readonly variable: string;
  readonly key: string;
  /** Without a trailing slash. */
  readonly baseUrl: string;
}

export interface OpenAccess {
  readonly key: string;
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
}
