/** Every state of the search box while the queries are typed, from their second character on. */
export function typedPrefixes(queries: readonly string[]): readonly string[] {
  return queries.flatMap((query) =>
    Array.from({ length: Math.max(0, query.length - 1) }, (_, at) => query.slice(0, at + 2)).filter(
      (prefix) => !prefix.endsWith(" "),
    ),
  );
}
