import type { Content, SourceDocument } from "../../model/source-document";
import { sanitiseLink } from "../shared/parse/sanitise-link";
import type { DriveFile } from "./schema";

/** A file with its folders, outermost first. */
export interface LocatedFile {
  readonly file: DriveFile;
  readonly container: readonly string[];
}

/** Changes with the content, the name and the folders; opening or sharing a file does not count. */
export function versionOf({ file, container }: LocatedFile): string {
  return JSON.stringify([file.modifiedTime, file.md5Checksum, file.name, container]);
}

export function urlOf({ id, webViewLink }: Pick<DriveFile, "id" | "webViewLink">): string {
  return sanitiseLink(
    webViewLink,
    ["google.com"],
    `https://drive.google.com/open?id=${encodeURIComponent(id)}`,
  );
}

export function toDocument(located: LocatedFile, content: Content): SourceDocument {
  const { file, container } = located;
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
    ...(content.kind === "bytes" && { fileName: file.name }),
    content,
  };
}

type User = NonNullable<DriveFile["lastModifyingUser"]>;

function nameOf(user: User | undefined): string | undefined {
  return user?.displayName ?? user?.emailAddress;
}
