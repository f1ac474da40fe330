import * as z from "zod";
import { countNoun } from "../count-noun";
import type { ReadJsonExport } from "../export-format";
import { anyList, flag, list, number, text } from "../lenient";
import { type ExportedConversation, type ExportedMessage, writeConversations } from "../write-conversations";

const content = z
  .object({
    content_type: text,
    parts: anyList,
    text,
    language: text,
    title: text,
    url: text,
    result: text,
    content: text,
    user_profile: text,
    user_instructions: text,
    thoughts: list(z.object({ summary: text, content: text })),
  })
  .optional()
  .catch(undefined);
const message = z
  .object({
    author: z.object({ role: text, name: text }).optional().catch(undefined),
    create_time: number,
    content,
    metadata: z.object({ is_visually_hidden_from_conversation: flag }).optional().catch(undefined),
  })
  .optional()
  .catch(undefined);
const node = z.object({ message, parent: text, children: list(z.string()) });
const conversation = z.object({
  title: text,
  create_time: number,
  current_node: text,
  mapping: z.record(z.string(), node.catch({ message: undefined, parent: undefined, children: [] })),
});

type Mapping = z.output<typeof conversation>["mapping"];
type Message = NonNullable<z.output<typeof message>>;

/** The conversations of a ChatGPT export: of each the branch that was open last. */
export const readChatgpt: ReadJsonExport = (value) => {
  const values = Array.isArray(value) ? value : [value];
  if (!conversation.safeParse(values[0]).success) return undefined;
  const read = values.flatMap((one) => {
    const parsed = conversation.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
  const counts = { pictures: 0, branches: 0 };
  const written = read.map(({ title, mapping, current_node }): ExportedConversation => {
    const path = openBranch(mapping, current_node);
    counts.branches += Object.values(mapping).filter(({ message: one }) => one && isShown(one)).length;
    const shown = path.flatMap((id) => {
      const one = mapping[id]?.message;
      return one && isShown(one) ? [one] : [];
    });
    counts.branches -= shown.length;
    return { title: title || "Conversation", messages: shown.map((one) => toExported(one, counts)) };
  });
  const notes = [
    ...(values.length > read.length
      ? [`${countNoun(values.length - read.length, "conversation")} cannot be read`]
      : []),
    ...(counts.branches > 0
      ? [`${countNoun(counts.branches, "message")} of other versions of the conversations left out`]
      : []),
    ...(counts.pictures > 0
      ? [`${countNoun(counts.pictures, "picture or recording", "pictures or recordings")} not read`]
      : []),
  ];
  return writeConversations(written, notes);
};

/** The messages from the first to the one that is open: answers that were made again are other branches. */
function openBranch(mapping: Mapping, current: string | undefined): readonly string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let at = current && mapping[current] ? current : lastLeaf(mapping); at && !seen.has(at); ) {
    seen.add(at);
    path.unshift(at);
    at = mapping[at]?.parent;
  }
  return path;
}

function lastLeaf(mapping: Mapping): string | undefined {
  const isRoot = ([, { parent }]: readonly [string, Mapping[string]]) => !parent || !mapping[parent];
  const seen = new Set<string>();
  let at = Object.entries(mapping).find(isRoot)?.[0];
  for (let next = at; next && mapping[next] && !seen.has(next); next = mapping[next]?.children.at(-1)) {
    seen.add(next);
    at = next;
  }
  return at;
}

/** Instructions to the model and its calls of tools are not displayed. */
function isShown({ author, content: said, metadata }: Message): boolean {
  if (metadata?.is_visually_hidden_from_conversation) return false;
  if (author?.role === "system" || said === undefined) return false;
  return said.content_type !== "model_editable_context" && said.content_type !== "thoughts";
}

const AUTHORS: Readonly<Record<string, string>> = { user: "User", assistant: "ChatGPT", tool: "Tool" };

function toExported(one: Message, counts: { pictures: number }): ExportedMessage {
  const { author, create_time, content: said } = one;
  const role = author?.role ?? "";
  return {
    author: AUTHORS[role] ?? (author?.name || role || "ChatGPT"),
    sentAt: create_time === undefined ? undefined : create_time * 1000,
    text: said ? contentText(said, counts) : "",
  };
}

function contentText(said: NonNullable<Message["content"]>, counts: { pictures: number }): string {
  const { content_type, parts, language } = said;
  if (content_type === "code" || content_type === "execution_output")
    return fence(said.text ?? "", language && language !== "unknown" ? language : "");
  const instructions = [said.user_profile, said.user_instructions];
  const quoted = [said.title, said.url, said.text, said.result, said.content];
  return [...parts.map((part) => partText(part, counts)), ...instructions, ...quoted]
    .filter((piece) => piece !== undefined && piece.trim() !== "")
    .join("\n\n");
}

function partText(part: unknown, counts: { pictures: number }): string {
  if (typeof part === "string") return part;
  const transcript = z.object({ text: z.string() }).safeParse(part);
  if (transcript.success) return transcript.data.text;
  if (typeof part === "object" && part !== null) counts.pictures++;
  return "";
}

function fence(code: string, language: string): string {
  return code.trim() === "" ? "" : `\`\`\`${language}\n${code.trim()}\n\`\`\``;
}
