import { MarkdownLexer } from "./markdown-lexer";

/** Markdown of a model made safe to show, see `MarkdownLexer`; citations as `[n]`. */
export function sanitiseMarkdown(markdown: string): string {
  const lexer = new MarkdownLexer();
  return [...lexer.push(markdown), ...lexer.end()]
    .map((token) => (token.kind === "citation" ? token.numbers.map((n) => `[${n}]`).join("") : token.text))
    .join("");
}
