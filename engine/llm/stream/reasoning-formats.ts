/** How models mark their thoughts where the server does not take them out of the text. */
export interface ReasoningFormat {
  readonly opening: string;
  readonly closing: string;
}

const TAGS = ["think", "thinking", "thought", "thoughts", "reason", "reasoning", "reflection", "seed:think"];

/** DeepSeek, Qwen and many others; Magistral; Kimi; Gemma; MedGemma; Command; Apertus; Sky. */
export const FORMATS: readonly ReasoningFormat[] = [
  ...TAGS.map((tag) => ({ opening: `<${tag}>`, closing: `</${tag}>` })),
  { opening: "[THINK]", closing: "[/THINK]" },
  { opening: "◁think▷", closing: "◁/think▷" },
  { opening: "<|channel>thought", closing: "<channel|>" },
  { opening: "<|think|>", closing: "<|/think|>" },
  { opening: "<unused94>thought", closing: "<unused95>" },
  { opening: "<|START_THINKING|>", closing: "<|END_THINKING|>" },
  { opening: "<|inner_prefix|>", closing: "<|inner_suffix|>" },
  { opening: "<|begin_of_thought|>", closing: "<|end_of_thought|>" },
];

/** What some of them put around the answer after their thoughts. */
export const WRAPPERS: readonly ReasoningFormat[] = [
  { opening: "<answer>", closing: "</answer>" },
  { opening: "<|START_RESPONSE|>", closing: "<|END_RESPONSE|>" },
  { opening: "<|begin_of_solution|>", closing: "<|end_of_solution|>" },
];

/** OpenAI's harmony: a message ends with one of these, and the next begins with a header. */
export const HARMONY_ENDS = ["<|end|>", "<|return|>", "<|call|>"];
export const HARMONY_STARTS = ["<|start|>", "<|channel|>"];
const HEADER =
  /^(?:<\|start\|>[^<]{0,40})?(?:<\|channel\|>([^<]{0,80}))?(?:<\|constrain\|>[^<]{0,40})?<\|message\|>/;
/** Longer text in front of a message is no header. */
const MAX_HEADER_CHARACTERS = 200;
/** Without its markers, where a server drops them: "analysisWe need…assistantfinalIn May". */
const BARE = { opening: /^analysis(?:<\|message\|>|(?=[A-Z]))/, closing: "assistantfinal" };

/** What a text begins with. `partial`: more text decides. */
export type Opening =
  | { readonly kind: "none" | "partial" }
  | { readonly kind: "thoughts"; readonly length: number; readonly closings: readonly string[] }
  | { readonly kind: "harmony-answer"; readonly length: number }
  | { readonly kind: "wrapper"; readonly length: number; readonly closing: string }
  | { readonly kind: "skip"; readonly length: number };

/** Reads the beginning of a text that has no space in front. `afterThoughts`: further marks may come before the answer. */
export function readOpening(text: string, afterThoughts: boolean): Opening {
  const lower = text.toLowerCase();
  const begins = ({ opening }: ReasoningFormat) => lower.startsWith(opening.toLowerCase());
  const format = FORMATS.find(begins);
  if (format) return { kind: "thoughts", length: format.opening.length, closings: [format.closing] };
  const harmony = readHarmony(text);
  if (harmony.kind !== "none") return harmony;
  const marks = afterThoughts ? [...FORMATS.map(({ closing }) => closing), ...HARMONY_ENDS] : [];
  const mark = marks.find((one) => lower.startsWith(one.toLowerCase()));
  if (mark) return { kind: "skip", length: mark.length };
  const wrappers = afterThoughts ? WRAPPERS : [];
  const wrapper = wrappers.find(begins);
  if (wrapper) return { kind: "wrapper", length: wrapper.opening.length, closing: wrapper.closing };
  const possible = [...[...FORMATS, ...wrappers].map(({ opening }) => opening), ...marks];
  return { kind: possible.some((one) => one.toLowerCase().startsWith(lower)) ? "partial" : "none" };
}

function readHarmony(text: string): Opening {
  const header = HEADER.exec(text);
  if (header) {
    const [{ length }, channel = "final"] = header;
    if (channel.trim() === "final") return { kind: "harmony-answer", length };
    return { kind: "thoughts", length, closings: [...HARMONY_ENDS, ...HARMONY_STARTS] };
  }
  const bare = BARE.opening.exec(text);
  if (bare)
    return {
      kind: "thoughts",
      length: bare[0].length,
      closings: bare[0].includes("<") ? [...HARMONY_ENDS, ...HARMONY_STARTS] : [BARE.closing],
    };
  const isBegun = HARMONY_STARTS.some((start) => text.startsWith(start) || start.startsWith(text));
  const isBare = "analysis<|message|>".startsWith(text);
  return { kind: isBare || (isBegun && text.length < MAX_HEADER_CHARACTERS) ? "partial" : "none" };
}
