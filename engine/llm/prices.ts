/** US dollars for a million tokens. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
}

/**
 * Standard prices as of 2026-11-21, by a model's name without its date. Where the price depends on the
 * prompt's length the price of long prompts stands here, and discounts for cached input are left out, so that a
 * budget is reached early rather than late.
 *
 * - OpenAI: https://developers.openai.com/api/docs/pricing
 * - Anthropic: https://platform.claude.com/docs/en/about-claude/pricing
 * - Google: https://ai.google.dev/gemini-api/docs/pricing
 */
const PRICES: Readonly<Record<string, ModelPrice>> = {
  "gpt-4o": { input: 2.5, output: 10 },
  "gpt-4o-mini": { input: 0.15, output: 0.6 },
  "gpt-4.1": { input: 2, output: 8 },
  "gpt-4.1-mini": { input: 0.4, output: 1.6 },
  "gpt-4.1-nano": { input: 0.1, output: 0.4 },
  "gpt-5": { input: 1.25, output: 10 },
  "gpt-5-mini": { input: 0.25, output: 2 },
  "gpt-5-nano": { input: 0.05, output: 0.4 },
  "gpt-5-pro": { input: 15, output: 120 },
  "gpt-5.1": { input: 1.25, output: 10 },
  "gpt-5.2": { input: 1.75, output: 14 },
  "gpt-5.2-pro": { input: 21, output: 168 },
  "gpt-5.4": { input: 2.5, output: 15 },
  "gpt-5.4-mini": { input: 0.75, output: 4.5 },
  "gpt-5.4-nano": { input: 0.2, output: 1.25 },
  "gpt-5.4-pro": { input: 30, output: 180 },
  "claude-opus-4": { input: 15, output: 75 },
  "claude-opus-4.1": { input: 15, output: 75 },
  "claude-opus-4.5": { input: 5, output: 25 },
  "claude-opus-4.6": { input: 5, output: 25 },
  "claude-opus-5": { input: 5, output: 25 },
  "claude-opus-5.5": { input: 4, output: 20 },
  "claude-sonnet-4": { input: 3, output: 15 },
  "claude-sonnet-4.5": { input: 3, output: 15 },
  "claude-sonnet-4.6": { input: 3, output: 15 },
  "claude-sonnet-5": { input: 2, output: 10 },
  "claude-sonnet-5.5": { input: 2, output: 10 },
  "claude-haiku-4.5": { input: 1, output: 5 },
  "claude-haiku-5.5": { input: 0.5, output: 2.5 },
  "gemini-2.5-pro": { input: 2.5, output: 15 },
  "gemini-2.5-flash": { input: 0.3, output: 2.5 },
  "gemini-2.5-flash-lite": { input: 0.1, output: 0.4 },
};

/** As much as any model of the table: what is not known must not slip past a budget. */
export const UNKNOWN_PRICE: ModelPrice = { input: 30, output: 180 };

const BY_NAME = new Map(Object.entries(PRICES).map(([name, price]) => [toKey(name), price]));

/** The price of a model by its vendor's name, with or without "openai/" or "models/" before it and a date behind. */
export function priceOf(name: string): ModelPrice | undefined {
  return BY_NAME.get(toKey(name));
}

/** Vendors write versions with dots or hyphens. */
function toKey(name: string): string {
  const bare = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
  return bare.replace(/[-@](\d{8}|\d{4}-\d{2}-\d{2}|latest)$/, "").replaceAll(".", "-");
}
