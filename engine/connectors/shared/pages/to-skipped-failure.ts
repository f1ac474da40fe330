import type { ItemFailure } from "../../../model/pull-page";
import type { SourceDocument } from "../../../model/source-document";

/** The ledger row of an item whose address is no web page: a bookmarklet, a browser page, a local file. */
export function toSkippedFailure({ id, title, url, version }: SourceDocument): ItemFailure {
  const reason = URL.canParse(url)
    ? `Not a web page: the address starts with "${new URL(url).protocol}", and Atlas reads http and https`
    : "Not a web page: the address cannot be understood";
  return { id, title, url, version, outcome: "skipped", code: "skip-item", reason };
}
