import type { LiveQuery } from "../connector";
import { stripQuerySyntax } from "../shared/search/strip-query-syntax";
import type { DriveFilter } from "./filter";
import { FOLDER } from "./folder-paths";
import { SHORTCUT } from "./to-entries";

/** Every file that may be wanted; Drive cannot ask for what lies in a folder at any depth. */
export function buildFilesQuery({ since }: DriveFilter): string {
  return [
    "trashed = false",
    `mimeType != ${quote(FOLDER)}`,
    `mimeType != ${quote(SHORTCUT)}`,
    ...(since === undefined ? [] : [`modifiedTime >= ${time(since)}`]),
  ].join(" and ");
}

/** Also what is in the trash, since Drive tells of a folder only when all that is in it goes there. */
export function buildChildrenQuery(folderId: string): string {
  return `${quote(folderId)} in parents`;
}

export function buildSearchQuery(
  { text, updatedAfter, updatedBefore }: LiveQuery,
  filter: DriveFilter,
): string {
  return [
    // Within double quotes Drive looks for a phrase; one alone it does not understand.
    `fullText contains ${quote(stripQuerySyntax(text, /"/g))}`,
    buildFilesQuery(filter),
    ...(updatedAfter === undefined ? [] : [`modifiedTime >= ${time(updatedAfter)}`]),
    ...(updatedBefore === undefined ? [] : [`modifiedTime < ${time(updatedBefore)}`]),
  ].join(" and ");
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

function time(milliseconds: number): string {
  return quote(new Date(milliseconds).toISOString());
}
