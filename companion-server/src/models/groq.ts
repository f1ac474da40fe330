import { createGroq } from "@ai-sdk/groq";
import * as z from "zod";
import { bearerHeaders, fetchModelList } from "./fetch-model-list";
import type { Vendor } from "./vendor";

const listSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      active: z.boolean().nullish(),
      context_window: z.number().int().positive().nullish(),
    }),
  ),
});

/** Speech models and moderation models. */
const NOT_CHAT = /whisper|tts|playai|orpheus|guard/;

export const groq: Vendor = {
  id: "groq",
  name: "Groq",
  keyVariables: ["GROQ_API_KEY"],
  baseUrlVariable: "GROQ_BASE_URL",
  baseUrl: "https://api.groq.com/openai/v1",
  open: (modelName, { key, baseUrl, fetch }) =>
    createGroq({ apiKey: key, baseURL: baseUrl, fetch })(modelName),
  list: async (access, signal) => {
    const { data } = await fetchModelList(access, "/models", {
      schema: listSchema,
      headers: bearerHeaders(access),
      signal,
    });
    return data
      .filter(({ id, active }) => active !== false && !NOT_CHAT.test(id))
      .map(({ id, context_window }) => ({ name: id, contextTokens: context_window ?? undefined }));
  },
};
