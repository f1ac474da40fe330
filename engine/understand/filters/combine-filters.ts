import type { Filter } from "../../model/filter";
import { withoutUndefined } from "../../util/without-undefined";

type CombineLists = <Value>(a: readonly Value[], b: readonly Value[]) => readonly Value[];

/** The filters of two parts of a question as one: the values of a field add up, times narrow each other. */
export function uniteFilters(a: Filter, b: Filter): Filter {
  return combineFilters(a, b, (one, other) => [...new Set([...one, ...other])]);
}

/** What passes both filters. Where two lists have nothing in common, that of the question's words counts. */
export function intersectFilters(scope: Filter, fromQuestion: Filter): Filter {
  return combineFilters(scope, fromQuestion, (one, other) => {
    const common = one.filter((value) => other.includes(value));
    return common.length > 0 ? common : other;
  });
}

function combineFilters(a: Filter, b: Filter, combineLists: CombineLists): Filter {
  const combine = <Value>(one: readonly Value[] | undefined, other: readonly Value[] | undefined) =>
    one && other ? combineLists(one, other) : (one ?? other);
  const after = Math.max(a.updatedAfter ?? -Infinity, b.updatedAfter ?? -Infinity);
  const before = Math.min(a.updatedBefore ?? Infinity, b.updatedBefore ?? Infinity);
  return withoutUndefined({
    sourceIds: combine(a.sourceIds, b.sourceIds),
    types: combine(a.types, b.types),
    authors: combine(a.authors, b.authors),
    containers: combine(a.containers, b.containers),
    updatedAfter: after === -Infinity ? undefined : after,
    updatedBefore: before === Infinity ? undefined : before,
  });
}
