import type { ItemsPage } from "../../../model/pull-page";
import type { SourceDocument } from "../../../model/source-document";
import type { ConnectorContext } from "../../connector";
import {
  type AttachedFile,
  attachmentItemId,
  attachmentPrefix,
  chooseFiles,
} from "../../shared/vendors/atlassian/attachments";
import { optionalOnForbidden } from "../../shared/vendors/atlassian/optional-on-forbidden";
import type { ConfluenceServerClient } from "../client";
import { contentUrl } from "../parse-content";
import { type ServerAttachment, type ServerContent, serverAttachment } from "../schema";

export interface AttachmentDeps {
  readonly context: Pick<ConnectorContext, "known" | "withPrefix" | "source">;
  readonly client: ConfluenceServerClient;
  readonly base: string;
  /** Item ids that are delivered though the ledger has them. */
  readonly again?: ReadonlySet<string>;
}

export interface DeliveredAttachments extends Pick<ItemsPage, "documents" | "deletions"> {
  /** Item ids of all that are read. */
  readonly live: readonly string[];
  readonly names: readonly string[];
  /** Each with the reason. */
  readonly notRead: readonly string[];
}

interface ListedFile extends AttachedFile {
  readonly raw: ServerAttachment;
}

/** Delivers the attachments of a page that the ledger does not have, each as a document of its own. */
export async function deliverAttachments(
  { context, client, base, again }: AttachmentDeps,
  page: ServerContent,
  signal: AbortSignal,
): Promise<DeliveredAttachments> {
  const listed = await optionalOnForbidden(() => client.around(page.id, "attachment", signal));
  const files = (listed ?? []).flatMap(toFile);
  const names = files.map(({ filename }) => filename);
  const isOff = context.source.settings.attachments === false;
  const { read, notRead } = isOff ? { read: [], notRead: names } : chooseFiles(files);
  const live = read.map(({ id }) => attachmentItemId(page.id, id));
  const known = await context.known(live);
  const stored = await context.withPrefix(attachmentPrefix(page.id));
  const documents: SourceDocument[] = [];
  const lost: string[] = [];
  for (const file of read) {
    const id = attachmentItemId(page.id, file.id);
    if (!again?.has(id) && known.get(id)?.version === versionOf(page, file)) continue;
    const bytes = await client.download(file.raw._links?.download ?? "", signal);
    if (bytes) documents.push(toAttachmentDocument(page, { file, bytes }, base));
    else lost.push(`${file.filename} (Confluence does not give it)`);
  }
  return {
    ...{ documents, live, names },
    deletions: stored.filter((id) => !live.includes(id)),
    notRead: [...notRead, ...lost],
  };
}

function toFile(raw: unknown): readonly ListedFile[] {
  const { data } = serverAttachment.safeParse(raw);
  if (!data) return [];
  const { id, title, extensions, metadata } = data;
  const mimeType = extensions?.mediaType ?? metadata?.mediaType;
  return [{ id, filename: title, size: extensions?.fileSize, mimeType, raw: data }];
}

function versionOf({ title }: ServerContent, { raw }: ListedFile): string {
  return `${raw.version?.number ?? ""} ${title}`;
}

function toAttachmentDocument(
  page: ServerContent,
  { file, bytes }: { readonly file: ListedFile; readonly bytes: Uint8Array },
  base: string,
): SourceDocument {
  const { id, filename, mimeType, raw } = file;
  const author = raw.version?.by?.displayName;
  const { space, title } = page;
  return {
    id: attachmentItemId(page.id, id),
    type: "file",
    title: filename,
    url: contentUrl(base, { id: page.id, webui: raw._links?.webui ?? page._links?.webui }),
    version: versionOf(page, file),
    ...(author && { author, people: [author] }),
    container: [...(space ? [space.name || space.key] : []), title],
    updatedAt: raw.version?.when ?? page.version.when,
    fileName: filename,
    content: { kind: "bytes", bytes, ...(mimeType && { mediaType: mimeType }) },
  };
}
