import type { OpenTab } from "../../ports/tabs";
import type { ConnectorDefinition } from "../connector";
import { isWebAddress } from "../shared/pages/web-address";
import { createListingConnector } from "../shared/pull/listing/create-listing-connector";
import { deliverEach } from "../shared/pull/listing/deliver-each";
import { deliverTab } from "./deliver-tab";
import { toDocument } from "./to-document";

const CONCURRENCY = 4;
const BATCH_SIZE = 20;

export const openTabs: ConnectorDefinition = {
  declaration: {
    id: "open-tabs",
    name: "Open tabs",
    description: "The pages open in your tabs, for as long as they are open.",
    reads: ["Titles and addresses of open tabs", "The text of the pages, where you switch that on"],
    notRead: ["Tabs of private windows", "Chrome's own pages and its store"],
    icon: "tabs",
    permissions: ["tabs"],
    settings: [
      {
        key: "readPages",
        label: "Read the pages too",
        help: "Atlas reads each page as it stands in its tab, also where you are signed in; nothing is fetched.",
        kind: "boolean",
        initial: false,
        needsHosts: ["https://*/*", "http://*/*"],
      },
    ],
    multiple: false,
    addedBy: "switch",
    changeEvents: ["tabs.onRemoved", "tabs.onUpdated"],
    intervalMinutes: 30,
  },
  create(context) {
    const { source, tabs } = context;
    const readPages = source.settings.readPages === true;
    return createListingConnector({
      known: (ids) => context.known(ids),
      batchSize: BATCH_SIZE,
      list: async () => ({ items: dedupeTabs(await tabs.list()) }),
      deliver: (batch, signal) =>
        deliverEach(batch, {
          concurrency: CONCURRENCY,
          signal,
          async deliver({ tabId, document }, known) {
            if (readPages) return deliverTab(document, { tabId, known, tabs, signal });
            return known?.version === document.version ? undefined : { kind: "document", document };
          },
        }),
    });
  },
};

/** One item per page, taken from the tab used last. Tabs without a web page are left out. */
function dedupeTabs(tabs: readonly OpenTab[]) {
  const oldestFirst = tabs
    .filter(({ url }) => isWebAddress(url))
    .toSorted((one, other) => one.lastAccessedAt - other.lastAccessedAt);
  const items = oldestFirst.map((tab) => {
    const document = toDocument(tab);
    const { id, title, url } = document;
    return { id, title, url, tabId: tab.tabId, document };
  });
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
