import { createAnthropic } from "@ai-sdk/anthropic";
import * as z from "zod";
import { fetchModelList } from "./fetch-model-list";
import type { Vendor } from "./vendor";

const listSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      display_name: z.string().nullish(),
      max_input_tokens: z.number().int().positive().nullish(),
    }),
  ),
});

/** The smallest context window of the current models: https://platform.claude.com/docs/en/build-with-claude/context-windows */
const CONTEXT_TOKENS = 200_000;

export const anthropic: Vendor = {
  id: "anthropic",
  name: "Anthropic",
  keyVariables: ["ANTHROPIC_API_KEY"],
  baseUrlVariable: "ANTHROPIC_BASE_URL",
  baseUrl: "https://api.anthropic.com/v1",
  open: (modelName, { key, baseUrl, fetch }) =>
    createAnthropic({ apiKey: key, baseURL: baseUrl, fetch })(modelName),
  list: async (access, signal) => {
    const headers = { "x-api-key": access.key, "anthropic-version": "2023-06-01" };
    const { data } = await fetchModelList(access, "/models?limit=1000", {
      schema: listSchema,
      headers,
      signal,
    });
    return data.map(({ id, display_name, max_input_tokens }) => ({
      name: id,
      title: display_name ?? undefined,
      contextTokens: max_input_tokens ?? CONTEXT_TOKENS,
    }));
  },
};
