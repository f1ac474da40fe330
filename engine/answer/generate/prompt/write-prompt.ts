import type { Language, PromptDocument } from "../../../language/language";
import type { ChatMessage } from "../../../llm/generator";
import type { PastExchange } from "../../../model/answer";
import type { Document } from "../../../model/document";
import { escapeForPrompt } from "../../safety/escape-for-prompt";
import type { PromptSection } from "./prompt-section";

/** Exchanges shown, and characters of each answer: enough to resolve "it". */
const MAX_EXCHANGES = 3;
const MAX_ANSWER_CHARACTERS = 600;
const SPACED_CITATION = /\s?\[\d{1,3}\]/g;

export interface PromptOptions {
  readonly question: string;
  readonly sections: readonly PromptSection[];
  readonly history: readonly PastExchange[];
  readonly language: Language;
  /** Unguessable, and new for every request: no text of a passage can end the passages. */
  readonly marker: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly sourceLabel: (sourceId: string) => string;
  readonly statusOf?: (document: Document) => PromptDocument["status"];
}

/** The messages for a model: rules, the conversation, passages as data, the question last. */
export function writePrompt(options: PromptOptions): readonly ChatMessage[] {
  const { question, history, marker, now } = options;
  const { prompts } = options.language;
  const past = history.slice(-MAX_EXCHANGES).flatMap((exchange): readonly ChatMessage[] => [
    { role: "user", content: exchange.question },
    {
      role: "assistant",
      content: exchange.answer.replace(SPACED_CITATION, "").slice(0, MAX_ANSWER_CHARACTERS),
    },
  ]);
  const passages = `<<${marker}\n${passageText(options)}\n${marker}>>`;
  return [
    { role: "system", content: prompts.answerRules(marker, now) },
    ...past,
    { role: "user", content: `${passages}\n\n${prompts.question(question.replaceAll(marker, ""))}` },
  ];
}

function passageText({ sections, language, marker, now, sourceLabel, statusOf }: PromptOptions): string {
  let number = 0;
  return sections
    .map(({ document, chunks }) => {
      const { title, sourceId, container = [], author, updatedAt } = document;
      const location = [sourceLabel(sourceId), ...container, ...(author ? [author] : [])].join(" / ");
      // Some sources know no time and deliver 0.
      const age = updatedAt > 0 && { updatedAt };
      const status = statusOf?.(document);
      const header = language.prompts.documentHeader({
        title,
        location,
        now,
        ...age,
        ...(status && { status }),
      });
      const passages = chunks.map(({ start, end, headings }) => {
        const path = headings.length > 0 && start > 0 ? `${headings.join(" > ")}\n` : "";
        number++;
        return `[${number}] ${escapeForPrompt(path + document.text.slice(start, end).trim(), marker)}`;
      });
      return [escapeForPrompt(header, marker), ...passages].join("\n");
    })
    .join("\n\n");
}
