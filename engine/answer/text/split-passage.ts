import type { Language } from "../../language/language";
import type { TextFormat } from "../../model/document";
import type { Passage } from "../../model/passage";
import { frontMatterEnd } from "../../util/front-matter-end";
import { resolveNoteSyntax } from "../../util/resolve-note-syntax";
import { excerpt } from "./excerpt";
import { markMail } from "./mail/mark-mail";
import { type MarkdownOptions, splitMarkdown } from "./markdown/split-markdown";
import { openingAt } from "./opening-at";
import { splitCode } from "./split-code";
import { splitPlain } from "./split-plain";
import { type Statement, shiftStatement } from "./statement";
import { withoutQuestions } from "./without-questions";

/** What can be quoted from a passage, with offsets in the document's text. Empty only where nothing is said, or only asked. */
export function splitPassage({ document, chunk }: Passage, language: Language): readonly Statement[] {
  const { format, title } = document;
  const opening = openingAt(document, chunk.start);
  const bodyStart = format === "markdown" ? frontMatterEnd(document.text) - chunk.start : 0;
  const written = document.text.slice(chunk.start, chunk.end);
  const text = format === "markdown" ? resolveNoteSyntax(opening + written).slice(opening.length) : written;
  const options = { title, headings: chunk.headings, opening, bodyStart, language };
  const says = ({ start, end }: Statement) => /[\p{L}\p{N}]/u.test(text.slice(start, end));
  const found = split(written, { format, ...options }).filter(says);
  const statements = found.length > 0 ? found : excerpt(text, opening, language).filter(says);
  const marked = markMail(
    statements.map((one) => shiftStatement(one, chunk.start)),
    document,
    chunk,
  );
  return withoutQuestions(marked, {
    wordsAt: (start, end) => text.slice(start - chunk.start, end - chunk.start),
    language,
  });
}

function split(
  text: string,
  { format, ...options }: MarkdownOptions & { readonly format: TextFormat },
): readonly Statement[] {
  switch (format) {
    case "markdown":
      return splitMarkdown(text, options);
    case "plain":
      return splitPlain(text, options.language);
    case "code":
      return splitCode(text);
  }
}
