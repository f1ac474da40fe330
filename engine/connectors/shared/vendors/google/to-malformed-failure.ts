import type * as z from "zod";
import type { ItemFailure } from "../../../../model/pull-page";

/** No valid item has this version, so the item is delivered as soon as it can be read. */
const MALFORMED = "malformed";

/** The failure of an item that lacks a required field. */
export function toMalformedFailure(
  item: { readonly id: string; readonly title?: string | undefined; readonly url: string },
  error: z.ZodError,
): ItemFailure {
  const { id, title = id, url } = item;
  const field = error.issues[0]?.path.join(".") || "the reply";
  return {
    id,
    title,
    url,
    version: MALFORMED,
    outcome: "failed",
    code: "read-item",
    reason: `Cannot read "${title}": Google's answer has no proper "${field}"`,
  };
}
