import type * as z from "zod";
import type { ItemFailure } from "../../../../model/pull-page";

/** No item as it should be has this version, so that it is delivered as soon as it can be read. */
const MALFORMED = "malformed";

/** The failure of an item that lacks what every item has. */
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
