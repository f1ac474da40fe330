import { createGoogleGenerativeAI } from "@ai-sdk/google";
import * as z from "zod";
import { fetchModelList } from "./fetch-model-list";
import type { Vendor } from "./vendor";

const listSchema = z.object({
  models: z
    .array(
      z.object({
        name: z.string(),
        displayName: z.string().nullish(),
        inputTokenLimit: z.number().int().positive().nullish(),
        supportedGenerationMethods: z.array(z.string()).nullish(),
      }),
    )
    .default([]),
});

/** Models for other media than text. */
const NOT_CHAT = /embed|image|tts|audio|live|veo|imagen|aqa|computer-use|robotics/;

export const google: Vendor = {
  id: "google",
  name: "Gemini",
  keyVariables: ["GEMINI_API_KEY", "GOOGLE_GENERATIVE_AI_API_KEY"],
  baseUrlVariable: "GEMINI_BASE_URL",
  baseUrl: "https://generativelanguage.googleapis.com/v1beta",
  open: (modelName, { key, baseUrl, fetch }) =>
    createGoogleGenerativeAI({ apiKey: key, baseURL: baseUrl, fetch })(modelName),
  list: async (access, signal) => {
    const headers = { "x-goog-api-key": access.key };
    const { models } = await fetchModelList(access, "/models?pageSize=1000", {
      schema: listSchema,
      headers,
      signal,
    });
    return models
      .map((model) => ({ ...model, name: model.name.replace(/^models\//, "") }))
      .filter(({ supportedGenerationMethods: methods }) => methods?.includes("generateContent") ?? true)
      .filter(({ name }) => !NOT_CHAT.test(name))
      .map(({ name, displayName, inputTokenLimit }) => ({
        name,
        title: displayName ?? undefined,
        contextTokens: inputTokenLimit ?? undefined,
      }));
  },
};
