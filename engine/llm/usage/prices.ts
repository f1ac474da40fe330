import PRICES from "../../../assets/model-prices.json" with { type: "json" };

/** US dollars for a million tokens. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
}

/**
 * Standard prices as of 2026-11-21, by a model's name without its date; the companion server lists its models with
 * them. Where the price depends on the prompt's length the price of long prompts stands in the file, and discounts
 * for cached input are left out, so that a budget is reached early rather than late.
 *
 * - OpenAI: https://developers.openai.com/api/docs/pricing
 * - Anthropic: https://platform.claude.com/docs/en/about-claude/pricing
 * - Google: https://ai.google.dev/gemini-api/docs/pricing
 *
 * Groq and Mistral, which stand there too, count by what the companion says: much of what they run is open, and on
 * this computer costs nothing under the same name.
 */
const PRICES_OF_VENDORS: Readonly<Record<string, ModelPrice>> = {
  ...PRICES.openai,
  ...PRICES.anthropic,
  ...PRICES.google,
};

/** As much as any model of the table: what is not known must not slip past a budget. */
export const UNKNOWN_PRICE: ModelPrice = { input: 30, output: 180 };

const BY_NAME = new Map(Object.entries(PRICES_OF_VENDORS).map(([name, price]) => [toKey(name), price]));

/** The price of a model by its vendor's name, with or without "openai/" or "models/" before it and a date behind. */
export function priceOf(name: string): ModelPrice | undefined {
  return BY_NAME.get(toKey(name));
}

/** Vendors write versions with dots or hyphens. */
function toKey(name: string): string {
  const bare = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
  return bare.replace(/[-@](\d{8}|\d{4}-\d{2}-\d{2}|latest)$/, "").replaceAll(".", "-");
}
