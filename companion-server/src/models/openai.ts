import { createOpenAI } from "@ai-sdk/openai";
import * as z from "zod";
import { bearerHeaders, fetchModelList } from "./fetch-model-list";
import type { Vendor } from "./vendor";

const listSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

/** Model families for text over Chat Completions. */
const CHAT = /^(gpt-[4-9]|chatgpt-|o\d)/;
/** Excluded from those families: other media, single tasks, models of the Responses API. */
const NOT_CHAT = /audio|realtime|transcribe|tts|image|search|instruct|deep-research|codex|-pro\b/;
/** Dated snapshots of a model that is listed by its alias. */
const DATED = /-\d{4}-\d{2}-\d{2}$|-\d{4}$/;

/** Context window by family, from the documentation; OpenAI's list lacks it. https://platform.openai.com/docs/models */
const CONTEXT_TOKENS: readonly (readonly [RegExp, number])[] = [
  [/^gpt-5.*-chat/, 128_000],
  [/^gpt-5/, 400_000],
  [/^gpt-4\.1/, 1_047_576],
  [/^(gpt-4o|chatgpt-4o|gpt-4-turbo)/, 128_000],
  [/^gpt-4/, 8_192],
  [/^o\d/, 200_000],
];

/**
 * Chat Completions instead of Responses: it supports stop sequences, and stores no conversations by default
 * (https://platform.openai.com/docs/guides/your-data).
 */
export const openai: Vendor = {
  id: "openai",
  name: "OpenAI",
  keyVariables: ["OPENAI_API_KEY"],
  baseUrlVariable: "OPENAI_BASE_URL",
  baseUrl: "https://api.openai.com/v1",
  open: (modelName, { key, baseUrl, fetch }) =>
    createOpenAI({ apiKey: key, baseURL: baseUrl, fetch }).chat(modelName),
  list: async (access, signal) => {
    const { data } = await fetchModelList(access, "/models", {
      schema: listSchema,
      headers: bearerHeaders(access),
      signal,
    });
    const names = new Set(data.map(({ id }) => id));
    return [...names]
      .filter((name) => CHAT.test(name) && !NOT_CHAT.test(name))
      .filter((name) => !DATED.test(name) || !names.has(name.replace(DATED, "")))
      .map((name) => ({ name, contextTokens: CONTEXT_TOKENS.find(([family]) => family.test(name))?.[1] }));
  },
};
