/** One thing a fake vendor's model does. */
export type VendorStep =
  | { readonly text: string }
  /** Says nothing until this is settled. */
  | { readonly until: Promise<unknown> }
  /** Wants a tool nobody offered. */
  | { readonly toolCall: { readonly name: string; readonly input: string } }
  /** What must not be in a stream of events. */
  | { readonly garbage: "cut-json" | "words" | "html" }
  /** `reported`: the vendor says that it failed; `cut`: the connection is gone. */
  | { readonly fail: "reported" | "cut" };

/** What a fake vendor does with every request from now on. */
export interface VendorScript {
  readonly steps?: readonly VendorStep[];
  /** Fails inside before anything is said. */
  readonly refuse?: boolean;
  /** Refuses for a reason of its own before anything is said. */
  readonly refusal?: VendorRefusal;
  readonly finish?: "stop" | "length" | "content-filter";
}

export type VendorRefusal = "rate-limit" | "overload" | "no-credit";

/** One token a word, as all fake vendors count. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
