import { type FakeAnswer, type RefusalResponse, toEvent, type VendorDialect } from "./dialect";

interface Content {
  readonly parts: readonly { readonly text?: string }[];
}

interface GenerateBody {
  readonly contents: readonly Content[];
  readonly systemInstruction?: Content;
}

const FINISH_REASONS = { stop: "STOP", length: "MAX_TOKENS", "content-filter": "SAFETY" } as const;

/** https://ai.google.dev/api/generate-content, https://ai.google.dev/gemini-api/docs/troubleshooting */
export const geminiDialect: VendorDialect = {
  keyOf: (headers) => headers.get("x-goog-api-key"),
  listPath: "/models",
  list: (models) => ({
    models: models.map(({ name, contextTokens }) => ({
      name: `models/${name}`,
      displayName: name,
      inputTokenLimit: contextTokens,
      outputTokenLimit: 65_536,
      supportedGenerationMethods: ["generateContent", "countTokens"],
    })),
  }),
  readChat: (path, body) => {
    const model = /^\/models\/([^/:]+):streamGenerateContent$/.exec(path)?.[1];
    if (model === undefined) return undefined;
    const { contents, systemInstruction } = body as GenerateBody;
    const all = [...(systemInstruction ? [systemInstruction] : []), ...contents];
    return { model, prompt: all.flatMap(({ parts }) => parts.map(({ text }) => text ?? "")).join(" ") };
  },
  begin: () => "",
  step: (step, answer) => {
    if ("text" in step) return chunk(answer, [{ text: step.text }]);
    if ("reasoning" in step) return chunk(answer, [{ text: step.reasoning, thought: true }]);
    const { name, input } = step.toolCall;
    return chunk(answer, [{ functionCall: { name, args: JSON.parse(input) } }]);
  },
  end: (finish, answer) => chunk(answer, [{ text: "" }], FINISH_REASONS[finish]),
  failure: toEvent(toRefusal(500, "INTERNAL", "An internal error has occurred").body),
  wrongKey: () =>
    toRefusal(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", [
      {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        reason: "API_KEY_INVALID",
        domain: "googleapis.com",
      },
    ]),
  unknownModel: (name) => toRefusal(404, "NOT_FOUND", `models/${name} is not found`),
  tooLong: ({ contextTokens }, tokens) =>
    toRefusal(
      400,
      "INVALID_ARGUMENT",
      `The input token count (${tokens}) exceeds the maximum number of tokens allowed (${contextTokens}).`,
    ),
  refusal: (reason) => {
    if (reason === "overload") return toRefusal(503, "UNAVAILABLE", "The model is overloaded.");
    if (reason === "no-credit") return toRefusal(402, "FAILED_PRECONDITION", "Billing is not enabled.");
    return toRefusal(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota", [
      { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "17s" },
    ]);
  },
  broken: toRefusal(500, "INTERNAL", "An internal error has occurred"),
};

function chunk({ model, counts }: FakeAnswer, parts: readonly object[], finishReason?: string): string {
  const { input, output } = counts;
  return toEvent({
    candidates: [{ content: { parts, role: "model" }, index: 0, ...(finishReason && { finishReason }) }],
    usageMetadata: { promptTokenCount: input, candidatesTokenCount: output, totalTokenCount: input + output },
    modelVersion: model,
    responseId: "response-1",
  });
}

function toRefusal(
  status: number,
  name: string,
  message: string,
  details: readonly object[] = [],
): RefusalResponse {
  return { status, body: { error: { code: status, message, status: name, details } } };
}
