import type { Suggestion } from "../../contract/ask";
import type { Language } from "../../language/language";
import type { AnswerEvent } from "../../model/answer";
import { escapeMarkdown } from "../text/escape-markdown";

/** Documents listed. */
const MAX_DOCUMENTS = 10;

export interface FindDocumentsDeps {
  readonly language: Language;
  readonly suggest: (query: string, limit: number) => Promise<readonly Suggestion[]>;
  readonly onEvent: (event: AnswerEvent) => void;
}

/** Answers with a list of links to the documents that match the words best. */
export async function findDocuments(
  words: string,
  { language, suggest, onEvent }: FindDocumentsDeps,
): Promise<void> {
  const found = await suggest(words, MAX_DOCUMENTS);
  const text = found.length > 0 ? found.map(toItem).join("\n") : language.sentences.noDocument;
  const timings = { embed: 0, search: 0, compose: 0, firstToken: 0, total: 0 };
  onEvent({
    type: "done",
    answer: { question: words, text, citations: [], found: found.length > 0, timings },
  });
}

function toItem({ title, url, sourceLabel, snippet }: Suggestion): string {
  const [words, source, passage] = [title, sourceLabel, snippet].map(toMarkdownLine);
  return `- **[${words}](<${url.replace(/[<>\n]/g, encodeURIComponent)}>)** · ${source}  \n  ${passage}`;
}

function toMarkdownLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, " "));
}
