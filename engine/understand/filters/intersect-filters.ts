import type { Filter } from "../../model/filter";

/** What passes both filters. Where lists have nothing in common, the question's own words (`by`) count. */
export function intersectFilters(filter: Filter, by: Filter): Filter {
  const after = Math.max(filter.updatedAfter ?? -Infinity, by.updatedAfter ?? -Infinity);
  const before = Math.min(filter.updatedBefore ?? Infinity, by.updatedBefore ?? Infinity);
  return {
    ...filter,
    ...by,
    ...intersectField("sourceIds", filter.sourceIds, by.sourceIds),
    ...intersectField("types", filter.types, by.types),
    ...intersectField("authors", filter.authors, by.authors),
    ...intersectField("containers", filter.containers, by.containers),
    ...(after !== -Infinity && { updatedAfter: after }),
    ...(before !== Infinity && { updatedBefore: before }),
  };
}

function intersectField<Field extends string, T>(
  field: Field,
  a: readonly T[] | undefined,
  b: readonly T[] | undefined,
): Partial<Record<Field, readonly T[]>> {
  if (!a || !b) return {};
  const common = a.filter((value) => b.includes(value));
  return { [field]: common.length > 0 ? common : b } as Record<Field, readonly T[]>;
}
