import type * as z from "zod";
import type { SourceDocument } from "../../model/source-document";
import { type LenientResult, parseLeniently } from "../shared/parse/parse-leniently";
import type { LinearClient } from "./client";
import type { LinearFilter } from "./filter";
import * as queries from "./queries";
import {
  initiative,
  initiativeUpdate,
  issue,
  type LinearComments,
  linearDocument,
  project,
  projectUpdate,
} from "./schema";
import { toIssueDocument, toUpdateDocument } from "./to-document";
import { toInitiativeDocument, toPageDocument, toProjectDocument } from "./to-page-document";

/** The kinds of items. An item's id is its kind, a colon and Linear's own id. */
export type ItemKind = "issue" | "update" | "document" | "project" | "initiative" | "initiativeUpdate";

export interface ItemKindDefinition {
  /** In messages: "project update". */
  readonly label: string;
  /** Lists items by last update, newest first. */
  readonly list: string;
  readonly ids: string;
  /** Reads full items by their ids. */
  readonly read: string;
  /** Number of full items that the limit of 10,000 points per query allows. */
  readonly perQuery: number;
  /** What the settings choose of them. */
  readonly filter: (scope: LinearFilter) => object;
  /** True where deleting one archives it, because there is no trash. */
  readonly isGoneWhenArchived?: boolean;
  /** True where a plan or a role may not include it. */
  readonly isOptional?: boolean;
  /** Maps a full item to a document. */
  toDocument(client: LinearClient, node: unknown): Promise<ParsedItem>;
}

export type ParsedItem =
  | { readonly document: SourceDocument; readonly error?: undefined }
  | { readonly document?: undefined; readonly error: z.ZodError };

export const ITEM_KINDS: Readonly<Record<ItemKind, ItemKindDefinition>> = {
  issue: {
    label: "issue",
    list: queries.LIST_ISSUES,
    ids: queries.ISSUE_IDS,
    read: queries.READ_ISSUES,
    perQuery: 25,
    filter: ({ issues }) => issues,
    toDocument: (client, node) =>
      mapItem(parseLeniently(issue, node), {
        readComments: (id) => client.commentsOf({ issue: { id: { eq: id } } }),
        toDocument: toIssueDocument,
      }),
  },
  update: {
    label: "project update",
    list: queries.LIST_UPDATES,
    ids: queries.UPDATE_IDS,
    read: queries.READ_UPDATES,
    perQuery: 50,
    filter: ({ updates }) => updates,
    isGoneWhenArchived: true,
    toDocument: (client, node) =>
      mapItem(parseLeniently(projectUpdate, node), {
        readComments: (id) => client.commentsOf({ projectUpdate: { id: { eq: id } } }),
        toDocument: (update, unread) => toUpdateDocument("update", update, unread),
      }),
  },
  document: {
    label: "document",
    list: queries.LIST_DOCUMENTS,
    ids: queries.DOCUMENT_IDS,
    read: queries.READ_DOCUMENTS,
    perQuery: 50,
    filter: ({ pages }) => pages,
    toDocument: (client, node) =>
      mapItem(parseLeniently(linearDocument, node), {
        readComments: (id) => client.commentsOf({ documentContent: { document: { id: { eq: id } } } }),
        toDocument: toPageDocument,
      }),
  },
  project: {
    label: "project",
    list: queries.LIST_PROJECTS,
    ids: queries.PROJECT_IDS,
    read: queries.READ_PROJECTS,
    perQuery: 20,
    filter: ({ projects }) => projects,
    toDocument: (client, node) =>
      mapItem(parseLeniently(project, node), {
        readComments: (id) => client.commentsOf({ project: { id: { eq: id } } }),
        toDocument: toProjectDocument,
      }),
  },
  initiative: {
    label: "initiative",
    list: queries.LIST_INITIATIVES,
    ids: queries.INITIATIVE_IDS,
    read: queries.READ_INITIATIVES,
    perQuery: 20,
    filter: ({ initiatives }) => initiatives,
    isOptional: true,
    toDocument: async (client, node) => {
      const parsed = parseLeniently(initiative, node);
      if (parsed.error) return { error: parsed.error };
      // Linear lists the comments of an initiative only by a filter.
      const comments = await client.commentsOf({ initiative: { id: { eq: parsed.data.id } } });
      return { document: toInitiativeDocument({ ...parsed.data, comments }, parsed.unread) };
    },
  },
  initiativeUpdate: {
    label: "initiative update",
    list: queries.LIST_INITIATIVE_UPDATES,
    ids: queries.INITIATIVE_UPDATE_IDS,
    read: queries.READ_INITIATIVE_UPDATES,
    perQuery: 50,
    filter: ({ initiativeUpdates }) => initiativeUpdates,
    isGoneWhenArchived: true,
    isOptional: true,
    toDocument: (client, node) =>
      mapItem(parseLeniently(initiativeUpdate, node), {
        readComments: (id) => client.commentsOf({ initiativeUpdate: { id: { eq: id } } }),
        toDocument: (update, unread) => toUpdateDocument("initiativeUpdate", update, unread),
      }),
  },
};

/** The kinds that are read: issues alone, or all. */
export function kindsOf({ documents }: LinearFilter): readonly ItemKind[] {
  return documents ? (Object.keys(ITEM_KINDS) as ItemKind[]) : ["issue"];
}

interface Commented {
  readonly id: string;
  readonly comments?: LinearComments | null | undefined;
}

/** The item includes the newest page of its comments; when there are more, all are read. */
async function mapItem<Item extends Commented>(
  { data, unread, error }: LenientResult<Item>,
  {
    readComments,
    toDocument,
  }: {
    readComments(id: string): Promise<LinearComments>;
    toDocument(item: Item, unread: readonly string[]): SourceDocument;
  },
): Promise<ParsedItem> {
  if (error) return { error };
  if (!data.comments?.hasMore) return { document: toDocument(data, unread) };
  return { document: toDocument({ ...data, comments: await readComments(data.id) }, unread) };
}
