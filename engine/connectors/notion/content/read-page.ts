import type { NotionClient } from "../client";
import { findReferences } from "../markdown/find-references";
import type { Omission } from "../markdown/markdown-context";
import type { NameCache } from "../names";
import { idsIn } from "../properties";
import type { NotionPage } from "../schema";
import { completeProperties } from "./complete-properties";
import { type NotionComment, readComments } from "./read-comments";
import { readContent } from "./read-content";

/** Everything of a page that is requested besides the page, with the names of all ids in it loaded. */
export interface ReadPage {
  readonly properties: NotionPage["properties"];
  readonly markdown: string;
  readonly comments: readonly NotionComment[];
  readonly omissions: readonly Omission[];
  /** False when the integration may not read comments. */
  readonly mayReadComments: boolean;
}

interface ReadPageDeps {
  readonly client: NotionClient;
  readonly names: NameCache;
}

/** Undefined when the page is gone. Rejects with ReadItemError when Notion cannot render it. */
export async function readPage(
  { client, names }: ReadPageDeps,
  page: NotionPage,
  signal: AbortSignal,
): Promise<ReadPage | undefined> {
  const content = await readContent(client, page.id, signal);
  if (content === undefined) return undefined;
  const { properties, cut } = await completeProperties(client, page, signal);
  const references = findReferences(content.markdown);
  const comments = await readComments(client, { id: page.id, discussions: references.discussions }, signal);
  const inProperties = idsIn(properties);
  const commenters = (comments?.comments ?? []).flatMap(({ userId, name }) =>
    userId && !name ? [userId] : [],
  );
  await names.load(
    {
      users: [...references.users, ...inProperties.users, ...commenters],
      pages: [...references.pages, ...inProperties.pages],
    },
    signal,
  );
  return {
    properties,
    markdown: content.markdown,
    comments: comments?.comments ?? [],
    omissions: [
      ...content.omissions,
      ...cut.map((name) => ({ kind: "property" as const, name })),
      ...(comments?.omissions ?? []),
    ],
    mayReadComments: comments !== undefined,
  };
}
