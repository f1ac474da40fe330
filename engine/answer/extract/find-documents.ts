import type { AnswerEvent } from "../../model/answer";
import type { Suggestion } from "../cite/to-suggestion";
import { escapeMarkdown } from "../text/escape-markdown";

/** Documents listed. */
const MAX_DOCUMENTS = 10;

/** Answers with a list of links to the documents that match the words best. */
export async function findDocuments(
  words: string,
  suggest: (query: string, limit: number) => Promise<readonly Suggestion[]>,
  onEvent: (event: AnswerEvent) => void,
): Promise<void> {
  const found = await suggest(words, MAX_DOCUMENTS);
  const text = found.length > 0 ? found.map(toItem).join("\n") : "No document fits these words.";
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
