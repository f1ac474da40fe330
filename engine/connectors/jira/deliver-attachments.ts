import type { ItemsPage } from "../../model/pull-page";
import type { SourceDocument } from "../../model/source-document";
import type { ConnectorContext } from "../connector";
import {
  attachmentItemId,
  attachmentPrefix,
  chooseFiles,
  noteNotRead,
} from "../shared/vendors/atlassian/attachments";
import type { AtlassianSite } from "../shared/vendors/atlassian/resolve-site";
import type { JiraClient } from "./client";
import { attachmentSchema, type JiraAttachment, type JiraIssue } from "./schema";

export interface AttachmentDeps {
  readonly context: Pick<ConnectorContext, "known" | "withPrefix" | "source">;
  readonly client: JiraClient;
  readonly site: AtlassianSite;
  /** Item ids that are delivered though the ledger has them. */
  readonly again?: ReadonlySet<string>;
}

/** The documents of an issue's attachments, the gone ones, and sentences about those that are not read. */
export interface DeliveredAttachments extends Pick<ItemsPage, "documents" | "deletions"> {
  readonly notes: readonly string[];
}

/** Item ids of an issue's attachments that are read. */
export function attachmentIds(issue: JiraIssue): readonly string[] {
  return chooseFiles(attachmentsOf(issue)).read.map(({ id }) => attachmentItemId(issue.id, id));
}

/** Delivers the attachments of an issue that the ledger does not have, each as a document of its own. */
export async function deliverAttachments(
  { context, client, site, again }: AttachmentDeps,
  issue: JiraIssue,
  signal: AbortSignal,
): Promise<DeliveredAttachments> {
  const all = attachmentsOf(issue);
  const isOff = context.source.settings.attachments === false;
  const { read, notRead } = isOff
    ? { read: [], notRead: all.map(({ filename }) => filename) }
    : chooseFiles(all);
  const stored = await context.withPrefix(attachmentPrefix(issue.id));
  const live = read.map(({ id }) => attachmentItemId(issue.id, id));
  const known = await context.known(live);
  const changed = read.filter((file) => {
    const id = attachmentItemId(issue.id, file.id);
    return again?.has(id) || known.get(id)?.version !== versionOf(issue, file);
  });
  const documents: SourceDocument[] = [];
  const lost: string[] = [];
  for (const file of changed) {
    const bytes = await client.attachment(file, signal);
    if (bytes) documents.push(toAttachmentDocument(issue, { file, bytes }, site));
    else lost.push(`${file.filename} (Jira does not give it)`);
  }
  return {
    documents,
    deletions: stored.filter((id) => !live.includes(id)),
    notes: noteNotRead([...notRead, ...lost]),
  };
}

function attachmentsOf({ fields }: JiraIssue): readonly JiraAttachment[] {
  return (fields.attachment ?? []).flatMap((each) => attachmentSchema.safeParse(each).data ?? []);
}

/** A file never changes; the issue it belongs to may be moved or renamed. */
function versionOf({ key, fields }: JiraIssue, { id }: JiraAttachment): string {
  return `${id} ${key} ${fields.summary}`;
}

function toAttachmentDocument(
  issue: JiraIssue,
  { file, bytes }: { readonly file: JiraAttachment; readonly bytes: Uint8Array },
  { siteUrl }: AtlassianSite,
): SourceDocument {
  const { key, fields } = issue;
  const { id, filename, author, created, mimeType } = file;
  const name = author?.displayName;
  return {
    id: attachmentItemId(issue.id, id),
    type: "file",
    title: filename,
    url: `${siteUrl}/secure/attachment/${encodeURIComponent(id)}/${encodeURIComponent(filename)}`,
    version: versionOf(issue, file),
    ...(name && { author: name, people: [name] }),
    container: [...(fields.project?.name ? [fields.project.name] : []), `${key} ${fields.summary}`],
    ...(created != null && { createdAt: created }),
    updatedAt: created ?? fields.updated,
    fileName: filename,
    content: { kind: "bytes", bytes, ...(mimeType && { mediaType: mimeType }) },
  };
}
