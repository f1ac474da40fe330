/** One thing a scripted model does. */
export type ModelStep =
  | { readonly text: string }
  /** Thoughts that the server reports apart from the text. */
  | { readonly reasoning: string }
  /** Waits until this is settled. */
  | { readonly until: Promise<unknown> }
  /** Calls a tool that was not offered. */
  | { readonly toolCall: { readonly name: string; readonly input: string } }
  /** Sends what must not be in a stream of events. */
  | { readonly garbage: Garbage }
  /** `reported`: the model reports its failure; `cut`: the connection ends. */
  | { readonly fail: "reported" | "cut" };

/** A chunk cut off midway, plain words where JSON belongs, a web page. */
export type Garbage = "cut-json" | "words" | "html";

/** The behaviour of a scripted model for every request from now on. */
export interface ModelScript {
  readonly steps?: readonly ModelStep[];
  /** Refuses before any output. */
  readonly refuse?: boolean;
  readonly finish?: "stop" | "length";
}

/** One token a word, as all scripted models count. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** The whole text of a script. */
export function textOf({ steps = [] }: ModelScript): string {
  return steps.map((step) => ("text" in step ? step.text : "")).join("");
}
