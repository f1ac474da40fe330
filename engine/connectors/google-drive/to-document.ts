import type { Content, SourceDocument } from "../../model/source-document";
import { unreadNote } from "../shared/parse/parse-leniently";
import { sanitiseLink } from "../shared/parse/sanitise-link";
import type { DriveFile } from "./schema";

/** A file's content, and the name by which its bytes are read. */
export interface ReadFile {
  readonly content: Content;
  readonly fileName?: string;
}

/** A file with its folders, outermost first. */
export interface LocatedFile {
  readonly file: DriveFile;
  readonly container: readonly string[];
  /** Parts of its description that could not be read. */
  readonly unread?: readonly string[];
}

/** Changes with the content, the name and the folders; opening or sharing a file does not count. */
export function versionOf({ file, container }: LocatedFile): string {
  const { modifiedTime, md5Checksum, name, description } = file;
  return JSON.stringify([modifiedTime, md5Checksum, name, container, ...(description ? [description] : [])]);
}

export function urlOf({
  id,
  webViewLink,
}: Pick<DriveFile, "id"> & { readonly webViewLink?: string | null | undefined }): string {
  return sanitiseLink(
    webViewLink,
    ["google.com"],
    `https://drive.google.com/open?id=${encodeURIComponent(id)}`,
  );
}

export function toDocument(located: LocatedFile, { content, fileName }: ReadFile): SourceDocument {
  const { file, container, unread = [] } = located;
  const note = [content.note, unreadNote(unread)].filter(Boolean).join("; ");
  const [owner] = file.owners ?? [];
  const author = nameOf(owner) ?? nameOf(file.lastModifyingUser);
  const people = [...(file.owners ?? []), file.lastModifyingUser].flatMap((user) => nameOf(user) ?? []);
  const createdAt = Date.parse(file.createdTime ?? "");
  return {
    id: file.id,
    type: "file",
    title: file.name,
    url: urlOf(file),
    version: versionOf(located),
    ...(author !== undefined && { author }),
    ...(people.length > 0 && { people: [...new Set(people)] }),
    ...(container.length > 0 && { container }),
    ...(!Number.isNaN(createdAt) && { createdAt }),
    updatedAt: Date.parse(file.modifiedTime),
    ...(fileName !== undefined && { fileName }),
    content: note ? { ...content, note } : content,
  };
}

type User = NonNullable<DriveFile["lastModifyingUser"]>;

function nameOf(user: User | null | undefined): string | undefined {
  return user?.displayName ?? user?.emailAddress ?? undefined;
}
