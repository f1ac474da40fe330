import { searchWords } from "../api/search-words";
import type { LiveQuery } from "../connector";
import { FOLDER } from "./folder-paths";
import { type Narrowing, SHORTCUT } from "./to-entries";

/** Every file that may be wanted; Drive cannot ask for what lies in a folder at any depth. */
export function filesQuery({ since }: Narrowing): string {
  return [
    "trashed = false",
    `mimeType != ${quote(FOLDER)}`,
    `mimeType != ${quote(SHORTCUT)}`,
    ...(since === undefined ? [] : [`modifiedTime >= ${time(since)}`]),
  ].join(" and ");
}

/** Also what is in the trash, since Drive tells of a folder only when all that is in it goes there. */
export function childrenQuery(folderId: string): string {
  return `${quote(folderId)} in parents`;
}

export function searchQuery({ text, updatedAfter, updatedBefore }: LiveQuery, narrowing: Narrowing): string {
  return [
    // Within double quotes Drive looks for a phrase; one alone it does not understand.
    `fullText contains ${quote(searchWords(text, /"/g))}`,
    filesQuery(narrowing),
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
