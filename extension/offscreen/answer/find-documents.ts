import { escapeMarkdown } from "../../../engine/answer/text/escape-markdown";
import type { TurnEvent } from "../../../engine/chat/reduce-turn";
import type { Suggestion } from "../../messaging/protocol";

/** Documents listed. */
const MAX_DOCUMENTS = 10;

/** Lists the documents that fit the words best, as an answer of links. */
export async function findDocuments(
  words: string,
  suggest: (query: string, limit: number) => Promise<readonly Suggestion[]>,
  onEvent: (event: TurnEvent) => void,
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
