import * as z from "zod";
import type { TokenCounts } from "./token-counts";
import { readTokenCounts } from "./token-counts";

/** What one chunk of an answer holds; everything is optional, and unknown fields are ignored. */
export interface ChatChunk {
  readonly text: string;
  readonly reasoning: string;
  /** The server's own word for why the answer ended. */
  readonly finish?: string;
  readonly counts?: TokenCounts;
}

/** A field of another type than expected counts as absent: no field decides whether a chunk can be read. */
function lenient<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined);
}

const text = lenient(z.string());
const part = z.object({ type: text, text, summary: text, thinking: lenient(z.unknown()) });
const parts = lenient(z.array(z.unknown()));
const content = lenient(z.union([z.string(), z.array(z.unknown())]));
/** Servers name the reasoning differently, and some send it under two names at once. */
const delta = z.object({
  content,
  refusal: text,
  reasoning_content: content,
  reasoning: content,
  thinking: content,
  reasoning_details: parts,
});
const choice = z.object({
  index: lenient(z.number()),
  delta: lenient(delta),
  message: lenient(delta),
  text,
  finish_reason: text,
  native_finish_reason: text,
  usage: lenient(z.unknown()),
});
const chunk = z.object({ choices: parts });

/** The chunk of a parsed JSON object, or the whole answer of a server that does not stream. */
export function readChatChunk(payload: object): ChatChunk {
  const { choices = [] } = chunk.safeParse(payload).data ?? {};
  const read = choices.flatMap((entry) => choice.safeParse(entry).data ?? []);
  const [first] = read.filter(({ index = 0 }) => index === 0);
  const said = first?.delta ?? first?.message;
  const finish = toFinish(first);
  const counts = readTokenCounts(payload) ?? readTokenCounts({ usage: first?.usage });
  return {
    text: textOf(said?.content, "text") || said?.refusal || first?.text || "",
    reasoning: reasoningOf(said),
    ...(finish && { finish }),
    ...(counts && { counts }),
  };
}

/** OpenRouter reports a vendor's failure only by the vendor's own word. */
function toFinish(first: z.infer<typeof choice> | undefined): string | undefined {
  const { finish_reason: finish, native_finish_reason: native } = first ?? {};
  return finish && native && /error/i.test(native) ? native : finish || undefined;
}

function reasoningOf(said: z.infer<typeof delta> | undefined): string {
  if (!said) return "";
  const { reasoning_content, reasoning, thinking, reasoning_details: details } = said;
  const named = [reasoning_content, reasoning, thinking, details].map((entry) => textOf(entry, "any"));
  return named.find((entry) => entry !== "") ?? textOf(said.content, "thinking");
}

/** The text of content that is a string or a list of parts; parts of reasoning are no text. */
function textOf(value: unknown, kind: "text" | "thinking" | "any"): string {
  if (typeof value === "string") return kind === "thinking" ? "" : value;
  if (!Array.isArray(value)) return "";
  return value.map((entry) => textOfPart(entry, kind)).join("");
}

function textOfPart(entry: unknown, kind: "text" | "thinking" | "any"): string {
  const { data } = part.safeParse(entry);
  if (!data) return typeof entry === "string" && kind !== "thinking" ? entry : "";
  const isReasoning = data.thinking !== undefined || /think|reason/.test(data.type ?? "");
  if (kind !== "any" && isReasoning !== (kind === "thinking")) return "";
  return textOf(data.thinking, "any") || data.text || data.summary || "";
}
