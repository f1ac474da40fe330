import type { Document } from "../model/document";
import type { Filter } from "../model/filter";

/** Whether a document that is not in the index would pass a filter; the same rules as inside a scan. */
export function matchesFilter(document: Document, filter: Filter): boolean {
  const { sourceIds, types, authors, containers, updatedAfter, updatedBefore } = filter;
  return (
    (sourceIds?.includes(document.sourceId) ?? true) &&
    (types?.includes(document.type) ?? true) &&
    (authors?.includes(document.author ?? "") ?? true) &&
    (containers?.some((name) => document.container?.includes(name)) ?? true) &&
    document.updatedAt >= (updatedAfter ?? Number.NEGATIVE_INFINITY) &&
    document.updatedAt < (updatedBefore ?? Number.POSITIVE_INFINITY)
  );
}
