import * as z from "zod";
import { countNoun } from "../count-noun";
import type { ReadJsonExport } from "../export-format";
import { anyList, list, text } from "../lenient";
import { parseTime } from "../time-words";
import { type ExportedMessage, writeConversations } from "../write-conversations";

const attachment = z.object({ file_name: text, extracted_content: text });
const message = z.object({
  sender: text,
  text,
  created_at: text,
  content: list(z.object({ type: text, text, name: text })),
  attachments: list(attachment),
  files: list(z.object({ file_name: text })),
});
const conversation = z.object({ name: text, summary: text, created_at: text, chat_messages: anyList });
const project = z.object({
  name: z.string(),
  description: text,
  prompt_template: text,
  docs: z.array(z.unknown()),
});
const projectDocument = z.object({ filename: text, content: text });

/** The conversations or the projects of a Claude export. */
export const readClaude: ReadJsonExport = (value) => {
  const values = Array.isArray(value) ? value : [value];
  if (isListOf(values, "chat_messages", conversation)) return readConversations(values);
  if (isListOf(values, "docs", project)) return readProjects(values);
  return undefined;
};

function isListOf(values: readonly unknown[], key: string, schema: z.ZodType): boolean {
  const [first] = values;
  return typeof first === "object" && first !== null && key in first && schema.safeParse(first).success;
}

function readConversations(values: readonly unknown[]) {
  let unread = 0;
  let files = 0;
  const written = values.flatMap((one) => {
    const read = conversation.safeParse(one);
    if (!read.success) unread++;
    if (!read.success) return [];
    const messages = read.data.chat_messages.flatMap((raw): ExportedMessage[] => {
      const said = message.safeParse(raw);
      if (!said.success) unread++;
      if (!said.success) return [];
      files += said.data.files.length;
      return [toExported(said.data)];
    });
    const { name, summary } = read.data;
    return [{ title: name || "Conversation", about: summary ? [summary] : [], messages }];
  });
  return writeConversations(written, [
    ...(unread > 0 ? [`${countNoun(unread, "message")} cannot be read`] : []),
    ...(files > 0 ? [`${countNoun(files, "file")} of the conversations: only names are in the export`] : []),
  ]);
}

const AUTHORS: Readonly<Record<string, string>> = { human: "User", assistant: "Claude" };

function toExported(said: z.output<typeof message>): ExportedMessage {
  const parts = said.content.flatMap(({ type, text: words }) => (type === "text" && words ? [words] : []));
  const pieces = parts.length > 0 ? parts : [said.text ?? ""];
  for (const { file_name, extracted_content } of said.attachments)
    pieces.push(`Attachment: ${file_name || "pasted text"}`, extracted_content ?? "");
  for (const { file_name } of said.files) pieces.push(`File: ${file_name || "without a name"}`);
  return {
    author: AUTHORS[said.sender ?? ""] ?? said.sender ?? "Claude",
    sentAt: parseTime(said.created_at),
    text: pieces.filter((piece) => piece.trim() !== "").join("\n\n"),
  };
}

function readProjects(values: readonly unknown[]) {
  const sections = values.flatMap((one) => {
    const read = project.safeParse(one);
    if (!read.success) return [];
    const { name, description, prompt_template, docs } = read.data;
    const documents = docs.flatMap((raw) => {
      const { filename, content } = projectDocument.catch({ filename: "", content: "" }).parse(raw);
      return content ? [`## ${filename || "Document"}`, content] : [];
    });
    return [`# ${name}`, description, prompt_template, ...documents].filter(Boolean);
  });
  return { text: sections.join("\n\n"), format: "markdown" } as const;
}
