import type { ConnectorDefinition } from "../connector";
import { EMPTY_ITEMS } from "../shared/pull/items-page";

/**
 * Pages that the person saves one by one. Saving delivers them, so there is nothing to pull; without `listIds`
 * nothing is pruned.
 */
export const savedPages: ConnectorDefinition = {
  declaration: {
    id: "saved-pages",
    name: "Saved pages",
    description: "Pages you saved with Atlas, as they were when you saved them.",
    reads: ["The text of each page as it was when you saved it"],
    notRead: ["Pictures, sound and video", "Later changes of the page"],
    icon: "page",
    permissions: [],
    settings: [],
    multiple: false,
    addedBy: "built-in",
    intervalMinutes: 0,
  },
  create: () => ({
    pull: async () => ({ ...EMPTY_ITEMS, cursor: "", done: true }),
  }),
};
