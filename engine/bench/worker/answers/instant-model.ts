import { createLocalModel, type LocalCall, type LocalFinish } from "../../../llm/local/create-local-model";
import type { Locality, ModelProvider } from "../../../llm/model-provider";

/** A model that answers at once: what remains of the time to its first word is ours. */
export interface InstantModel {
  readonly provider: ModelProvider;
  readonly modelId: string;
  /** What it makes of the next follow-up it is asked to rewrite. */
  rewriteAs(question: string): void;
}

const SENTENCE_COUNT = 3;
/** A stretch of one line, without the marks of headings. */
const SENTENCE = /[\p{L}\p{N}][^#\n]*?[.!?](?=\s|$)/gu;
/** Of a present-day model, so that the passages are as many as Atlas ever sends. */
const CONTEXT_TOKENS = 32_768;

/** It says the first sentences of the passage it was shown first, and cites it. */
export function createInstantModel(locality: Locality): InstantModel {
  const id = `instant-${locality}`;
  const modelId = `${id}/model`;
  let rewritten = "";

  async function* generate({ messages }: LocalCall): AsyncGenerator<string, LocalFinish> {
    const { content = "" } = messages.at(-1) ?? {};
    if (content.includes("\n\nLast question: ")) yield rewritten;
    else for (const word of firstSentences(content)) yield word;
    return { reason: "stop", inputTokens: undefined, outputTokens: undefined };
  }

  return {
    modelId,
    rewriteAs: (question) => {
      rewritten = question;
    },
    provider: {
      id,
      name: id,
      listModels: async () => [
        {
          ...{ id: modelId, providerId: id, name: id, locality, state: "ready" },
          ...(locality !== "device" && { host: "models.example" }),
          contextTokens: CONTEXT_TOKENS,
        },
      ],
      open: () => createLocalModel({ provider: id, modelId, generate }),
    },
  };
}

/** Word by word, as models stream; each sentence is cited. */
function firstSentences(prompt: string): readonly string[] {
  const passage = /^\[1\] ([\s\S]*?)(?=\n\[2\] |\nDocument: |\n\n<<|$(?![\s\S]))/m.exec(prompt)?.[1] ?? "";
  const sentences = passage.match(SENTENCE)?.slice(0, SENTENCE_COUNT) ?? [];
  return sentences.flatMap((sentence) => [...sentence.split(" "), "[1]"].map((word) => `${word} `));
}
