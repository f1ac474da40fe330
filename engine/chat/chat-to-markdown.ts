import type { ChatWithTurns, Turn } from "../model/chat";

/** A conversation as Markdown: a heading a question, the answer, and its citations as links. */
export function chatToMarkdown({ chat, turns }: ChatWithTurns): string {
  return `# ${collapseWhitespace(chat.title)}\n\n${turns.map(toSection).join("\n")}`;
}

function toSection({ question, askedAt, text, citations, status, problem, model }: Turn): string {
  const answer = text.trim() || problem?.message || `(${status})`;
  const by = model ? ` · ${model.name}` : "";
  const links = citations.map(
    ({ n, title, url, quote }) =>
      `${n}. [${collapseWhitespace(title).replace(/[[\]\\]/g, "\\$&")}](<${url}>)\n   > ${collapseWhitespace(quote)}`,
  );
  const parts = [
    `## ${collapseWhitespace(question)}`,
    `_${new Date(askedAt).toISOString()}${by}_`,
    answer,
    links.join("\n"),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function collapseWhitespace(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
