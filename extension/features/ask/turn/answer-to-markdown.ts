import type { Turn } from "../../../../engine/model/chat";

/** An answer as Markdown: its text, then its citations as a numbered list of links. */
export function answerToMarkdown({ text, citations }: Pick<Turn, "text" | "citations">): string {
  const links = citations.map(({ n, title, url }) => `[${n}] [${escapeLabel(title)}](<${url}>)`);
  return links.length === 0 ? text : `${text.trimEnd()}\n\n${links.join("\n")}\n`;
}

function escapeLabel(title: string): string {
  return title.replace(/[[\]\\]/g, "\\$&");
}
