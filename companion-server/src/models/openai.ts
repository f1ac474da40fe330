import { createOpenAI } from "@ai-sdk/openai";
import * as z from "zod";
import { bearerHeaders, fetchModelList } from "./fetch-model-list";
import type { Vendor } from "./vendor";

const listSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

/** Families that hold a conversation in text over Chat Completions. */
const CHAT = /^(gpt-[4-9]|chatgpt-|o\d)/;
/** Of those families: other media, one task only, or the Responses API alone. */
const NOT_CHAT = /audio|realtime|transcribe|tts|image|search|instruct|deep-research|codex|-pro\b/;
/** Snapshots behind a name that stays. */
const DATED = /-\d{4}-\d{2}-\d{2}$|-\d{4}$/;

/** Tokens by family, as the models' pages give them; OpenAI's list does not. https://platform.openai.com/docs/models */
const CONTEXT_TOKENS: readonly (readonly [RegExp, number])[] = [
  [/^gpt-5.*-chat/, 128_000],
  [/^gpt-5/, 400_000],
  [/^gpt-4\.1/, 1_047_576],
  [/^(gpt-4o|chatgpt-4o|gpt-4-turbo)/, 128_000],
  [/^gpt-4/, 8_192],
  [/^o\d/, 200_000],
];

/**
 * Chat Completions rather than Responses: it takes stop sequences, and it keeps nothing of a conversation unless it
 * is asked to (https://platform.openai.com/docs/guides/your-data).
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
