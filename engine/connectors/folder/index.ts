import type { ConnectorDefinition } from "../connector";
import { createListingConnector } from "../shared/pull/listing/create-listing-connector";
import { deliverFiles } from "./deliver-files";
import { listFolder } from "./list-folder";

/** Maximum number of files in one page. */
const PAGE_ITEMS = 64;

export const folder: ConnectorDefinition = {
  declaration: {
    id: "folder",
    name: "Folder",
    description: "The documents, notes and source code in a folder on this computer.",
    reads: [
      "Text, Markdown, HTML, source code, CSV, JSON",
      "PDF, Word, Excel, PowerPoint, OpenDocument, EPUB, RTF",
      "Mail, calendars, contacts, exports of other programs, zip archives",
    ],
    notRead: [
      "Pictures, sound and video",
      "Files over the size limit, encrypted files",
      "Files and folders that programs create; hidden ones unless you include them",
    ],
    icon: "folder",
    // Choosing the folder grants access to it.
    permissions: [],
    settings: [
      {
        key: "includeHidden",
        label: "Include hidden files",
        help: "Also reads files and folders whose names start with a dot.",
        kind: "boolean",
        initial: false,
      },
    ],
    multiple: true,
    addedBy: "folder",
    intervalMinutes: 30,
  },
  create(context) {
    const { id, label, settings } = context.source;
    const includeHidden = settings.includeHidden === true;
    return createListingConnector({
      known: (ids) => context.known(ids),
      batchSize: PAGE_ITEMS,
      list: async (signal) => listFolder(await context.folders.open(id), { label, includeHidden, signal }),
      deliver: (batch, signal) => deliverFiles(batch, context, signal),
    });
  },
};
