import type { ItemFailure } from "../../../model/pull-page";
import type { SourceDocument } from "../../../model/source-document";
import type { Connector, ConnectorContext } from "../../connector";
import { createListingConnector } from "../pull/listing/create-listing-connector";
import { deliverEach } from "../pull/listing/deliver-each";
import { deliverPage } from "./deliver-page";
import { isWebAddress } from "./web-address";

/** Pages fetched concurrently: fast, and a low load for a small site with many bookmarks. */
const CONCURRENCY = 4;

/** Small enough that progress is visible while pages are fetched. */
const BATCH_SIZE = 20;

/**
 * Creates a connector for a list of web pages. `list` returns each page's document by title and address alone, each
 * id once, in the order of delivery. The source's `readPages` setting decides whether pages are fetched.
 */
export function createPageListConnector(
  context: ConnectorContext,
  list: () => Promise<readonly SourceDocument[]>,
): Required<Pick<Connector, "pull" | "listIds">> {
  const { fetch, clock } = context;
  const readPages = context.source.settings.readPages === true;
  return createListingConnector({
    known: (ids) => context.known(ids),
    batchSize: BATCH_SIZE,
    list: async () => ({ items: await list() }),
    deliver: (batch, signal) =>
      deliverEach(batch, {
        concurrency: CONCURRENCY,
        signal,
        async deliver(described, known) {
          if (isWebAddress(described.url)) {
            return deliverPage(described, { readPages, known, fetch, clock, signal });
          }
          if (known?.version === described.version) return undefined;
          return { kind: "failure", failure: toSkippedFailure(described) };
        },
      }),
  });
}

/** The failure of an item whose address is not a web page: a bookmarklet, a browser page, a local file. */
function toSkippedFailure({ id, title, url, version }: SourceDocument): ItemFailure {
  const reason = URL.canParse(url)
    ? `Not a web page: the address starts with "${new URL(url).protocol}", and Atlas reads http and https`
    : "Not a web page: the address cannot be understood";
  return { id, title, url, version, outcome: "skipped", code: "skip-item", reason };
}
