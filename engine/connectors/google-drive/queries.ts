import type { LiveQuery } from "../connector";
import { stripQuerySyntax } from "../shared/search/strip-query-syntax";
import type { DriveFilter } from "./filter";
import { FOLDER } from "./folder-paths";
import { SHORTCUT } from "./to-entries";

/** Query for every file that may be wanted; Drive cannot filter by a folder at any depth. */
export function buildFilesQuery({ since }: DriveFilter): string {
  return [
    "trashed = false",
    `mimeType != ${quote(FOLDER)}`,
    ...(since === undefined ? [] : [`modifiedTime >= ${time(since)}`]),
  ].join(" and ");
}

/** Includes the trash: when a folder is trashed, Drive reports no change of its files. */
export function buildChildrenQuery(folderId: string): string {
  return `${quote(folderId)} in parents`;
}

export function buildSearchQuery(
  { text, updatedAfter, updatedBefore }: LiveQuery,
  filter: DriveFilter,
): string {
  return [
    // Drive interprets double quotes as a phrase and rejects a single one.
    `fullText contains ${quote(stripQuerySyntax(text, /"/g))}`,
    buildFilesQuery(filter),
    `mimeType != ${quote(SHORTCUT)}`,
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
