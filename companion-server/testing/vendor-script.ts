/** One step of a fake model. */
export type VendorStep =
  | { readonly text: string }
  /** Thoughts before the text. */
  | { readonly reasoning: string }
  /** Waits until this is settled. */
  | { readonly until: Promise<unknown> }
  /** Calls a tool that was not offered. */
  | { readonly toolCall: { readonly name: string; readonly input: string } }
  /** Emits an invalid event. */
  | { readonly garbage: "cut-json" | "words" | "html" }
  /** `reported`: the vendor reports an error; `cut`: the connection closes. */
  | { readonly fail: "reported" | "cut" };

/** The script of a fake vendor for all later requests. */
export interface VendorScript {
  readonly steps?: readonly VendorStep[];
  /** Fails with a server error before the first text. */
  readonly refuse?: boolean;
  /** Refuses the request before the first text. */
  readonly refusal?: VendorRefusal;
  readonly finish?: "stop" | "length" | "content-filter";
}

export type VendorRefusal = "rate-limit" | "overload" | "no-credit";

/** One token per word, as all fake vendors count. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
