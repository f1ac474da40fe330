import type { LanguageModelV3GenerateResult, LanguageModelV3StreamPart } from "@ai-sdk/provider";

/** The whole answer of a stream, as the AI SDK's `doGenerate` returns it. */
export async function generateFromStream(
  stream: ReadableStream<LanguageModelV3StreamPart>,
  modelId: string,
): Promise<LanguageModelV3GenerateResult> {
  let text = "";
  for await (const part of stream) {
    if (part.type === "error") throw part.error;
    if (part.type === "text-delta") text += part.delta;
    if (part.type === "finish") {
      const { finishReason, usage } = part;
      return { content: [{ type: "text", text }], finishReason, usage, warnings: [] };
    }
  }
  throw new TypeError(`"${modelId}" ended without saying how`);
}
