/** One thing a scripted model does. */
export type ModelStep =
  | { readonly text: string }
  /** Says nothing until this is settled. */
  | { readonly until: Promise<unknown> }
  /** Wants a tool nobody offered. */
  | { readonly toolCall: { readonly name: string; readonly input: string } }
  /** What must not be in a stream of events. */
  | { readonly garbage: Garbage }
  /** `reported`: the model says that it failed; `cut`: the connection is gone. */
  | { readonly fail: "reported" | "cut" };

/** A chunk cut off midway, plain words where JSON belongs, a web page. */
export type Garbage = "cut-json" | "words" | "html";

/** What a scripted model does with every request from now on. */
export interface ModelScript {
  readonly steps?: readonly ModelStep[];
  /** Refuses before anything is said. */
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
