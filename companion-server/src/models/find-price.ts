import PRICES from "../../../assets/model-prices.json" with { type: "json" };

/** US dollars per million tokens. */
interface Price {
  readonly input: number;
  readonly output: number;
}

const PRICE_TABLE = new Map(
  Object.entries(PRICES).map(([vendor, prices]) => [
    vendor,
    new Map<string, Price>(Object.entries(prices).map(([name, price]) => [withoutDate(name), price])),
  ]),
);

/** A vendor's standard price; undefined when the table lacks it. engine/llm/usage/prices.ts explains the table. */
export function findPrice(vendorId: string, modelName: string): Price | undefined {
  return PRICE_TABLE.get(vendorId)?.get(withoutDate(modelName));
}

/** Vendors write versions with dots or hyphens, followed by the date of a snapshot. */
function withoutDate(name: string): string {
  return name
    .toLowerCase()
    .replace(/[-@](\d{8}|\d{4}-\d{2}-\d{2}|\d{4}|latest)$/, "")
    .replaceAll(".", "-");
}
