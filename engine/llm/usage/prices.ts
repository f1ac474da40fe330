import PRICES from "../../../assets/model-prices.json" with { type: "json" };

/** US dollars for a million tokens. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
}

/**
 * Standard prices as of 2026-11-21, by a model's name without its date. The companion server lists its models with them.
 * Where the price depends on the length of the prompt the file has that of long prompts, and discounts for cached input
 * are left out: a budget is reached too early rather than too late.
 *
 * - OpenAI: https://developers.openai.com/api/docs/pricing
 * - Anthropic: https://platform.claude.com/docs/en/about-claude/pricing
 * - Google: https://ai.google.dev/gemini-api/docs/pricing
 *
 * Groq and Mistral are in the file too, but priced by the companion alone: many of their models are open, and cost
 * nothing under the same name on this computer.
 */
const PRICES_OF_VENDORS: Readonly<Record<string, ModelPrice>> = {
  ...PRICES.openai,
  ...PRICES.anthropic,
  ...PRICES.google,
};

/** As much as the most expensive model of the table, so that no unknown model exceeds a budget. */
export const UNKNOWN_PRICE: ModelPrice = { input: 30, output: 180 };

const BY_NAME = new Map(Object.entries(PRICES_OF_VENDORS).map(([name, price]) => [toKey(name), price]));

/** The price of a model by its name, with or without a prefix ("openai/", "models/") and a date. */
export function priceOf(name: string): ModelPrice | undefined {
  return BY_NAME.get(toKey(name));
}

/** In US dollars; 0 for a model without a price. */
export function costOf(
  { price }: { readonly price?: ModelPrice },
  { inputTokens, outputTokens }: { readonly inputTokens: number; readonly outputTokens: number },
): number {
  return price ? (inputTokens * price.input + outputTokens * price.output) / 1_000_000 : 0;
}

/** Vendors write versions with dots or hyphens. */
function toKey(name: string): string {
  const bare = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
  return bare.replace(/[-@](\d{8}|\d{4}-\d{2}-\d{2}|latest)$/, "").replaceAll(".", "-");
}
