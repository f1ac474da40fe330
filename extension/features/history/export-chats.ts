import { chatToMarkdown } from "../../../engine/chat/chat-to-markdown";
import type { ChatWithTurns } from "../../../engine/model/chat";

interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** Chats as an export file: Markdown to read, or JSON with all stored fields. */
export function exportChats(chats: readonly ChatWithTurns[], format: "markdown" | "json"): ExportedFile {
  const [only] = chats;
  const name = chats.length === 1 && only ? toFileName(only.chat.title) : "atlas-history";
  return format === "json"
    ? {
        name: `${name}.json`,
        mediaType: "application/json",
        text: `${JSON.stringify(chats, undefined, 2)}\n`,
      }
    : { name: `${name}.md`, mediaType: "text/markdown", text: chats.map(chatToMarkdown).join("\n") };
}

/** Downloads a file in the browser. */
export function download({ name, mediaType, text }: ExportedFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** The title as a portable file name: letters, digits and hyphens. */
function toFileName(title: string): string {
  const words = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
  return words.slice(0, 60).replace(/^-+|-+$/g, "") || "atlas-chat";
}
