import { english } from "../../language/english/english";
import { MarkdownLexer } from "../safety/markdown-lexer";

/** All of the output of `MarkdownLexer` for a text, with citations as `[n]`. */
export function sanitiseMarkdown(markdown: string): string {
  const lexer = new MarkdownLexer(english.texts.citationNumbers);
  return [...lexer.push(markdown), ...lexer.end()]
    .map((token) => (token.kind === "citation" ? token.numbers.map((n) => `[${n}]`).join("") : token.text))
    .join("");
}
