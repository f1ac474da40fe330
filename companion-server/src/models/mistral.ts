import { createMistral } from "@ai-sdk/mistral";
import * as z from "zod";
import { bearerHeaders, fetchModelList } from "./fetch-model-list";
import type { Vendor } from "./vendor";

const listSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      max_context_length: z.number().int().positive().nullish(),
      capabilities: z.object({ completion_chat: z.boolean().nullish() }).nullish(),
    }),
  ),
});

export const mistral: Vendor = {
  id: "mistral",
  name: "Mistral",
  keyVariables: ["MISTRAL_API_KEY"],
  baseUrlVariable: "MISTRAL_BASE_URL",
  baseUrl: "https://api.mistral.ai/v1",
  open: (modelName, { key, baseUrl, fetch }) =>
    createMistral({ apiKey: key, baseURL: baseUrl, fetch })(modelName),
  list: async (access, signal) => {
    const { data } = await fetchModelList(access, "/models", {
      schema: listSchema,
      headers: bearerHeaders(access),
      signal,
    });
    // The list has one entry per name of a model.
    const byName = new Map(data.map((model) => [model.id, model]));
    return [...byName.values()]
      .filter(({ capabilities }) => capabilities?.completion_chat !== false)
      .map(({ id, max_context_length }) => ({ name: id, contextTokens: max_context_length ?? undefined }));
  },
};
