import type { Filter } from "../../model/filter";
import type { DocumentTable, NameColumn } from "./document-table";
import { clearRows } from "./live-rows";

/** The live rows whose documents match the filter, as a bit mask. */
export function selectRows(table: DocumentTable, live: Uint32Array, filter: Filter): Uint32Array {
  const mask = live.slice();
  const matches = compileFilter(table, filter);
  for (let document = 0; document < table.ids.length; document++) {
    if (matches(document)) continue;
    clearRows(mask, table.firstRows[document] as number, table.firstRows[document + 1] as number);
  }
  return mask;
}

/** Resolves the names once, so that each document takes a few comparisons of numbers. */
function compileFilter(table: DocumentTable, filter: Filter): (document: number) => boolean {
  const { names, updatedAt } = table;
  const columns: { readonly column: NameColumn; readonly wanted: readonly boolean[] }[] = [];
  const {
    sourceIds,
    types,
    authors,
    containers,
    updatedAfter = -Infinity,
    updatedBefore = Infinity,
  } = filter;
  if (sourceIds)
    columns.push({ column: table.sources, wanted: names.sources.map((id) => sourceIds.includes(id)) });
  if (types) {
    const typeNames: readonly string[] = types;
    columns.push({ column: table.types, wanted: names.types.map((type) => typeNames.includes(type)) });
  }
  if (authors) {
    const wanted = names.authors.map((author, number) => number > 0 && authors.includes(author));
    columns.push({ column: table.authors, wanted });
  }
  if (containers) {
    const wanted = names.containers.map((path) => path.some((name) => containers.includes(name)));
    columns.push({ column: table.containers, wanted });
  }
  return (document) => {
    const at = updatedAt[document] as number;
    if (at < updatedAfter || at >= updatedBefore) return false;
    return columns.every(({ column, wanted }) => wanted[column[document] as number]);
  };
}
