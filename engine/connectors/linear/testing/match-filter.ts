/** Linear's comparators that the connector uses. */
const COMPARATORS: Readonly<Record<string, (value: unknown, to: never) => boolean>> = {
  eq: (value, to) => value === to,
  in: (value, to: readonly unknown[]) => to.includes(value),
  eqIgnoreCase: (value, to: string) => String(value).toLowerCase() === to.toLowerCase(),
  gte: (value, to: string) => String(value) >= to,
  lte: (value, to: string) => String(value) <= to,
  null: (value, to: boolean) => (value === null || value === undefined) === to,
};

/** Whether a record matches a filter; relations may be functions, to-many relations are arrays. */
export function matchFilter(value: unknown, filter: unknown): boolean {
  const record = typeof value === "function" ? (value as () => unknown)() : value;
  return Object.entries(filter ?? {}).every(([key, wanted]) => {
    if (key === "and") return (wanted as unknown[]).every((each) => matchFilter(record, each));
    if (key === "or") return (wanted as unknown[]).some((each) => matchFilter(record, each));
    if (key === "some") return Array.isArray(record) && record.some((each) => matchFilter(each, wanted));
    const compare = COMPARATORS[key];
    if (compare) return compare(record, wanted as never);
    const fields = record as Readonly<Record<string, unknown>> | null | undefined;
    return fields !== null && fields !== undefined && matchFilter(fields[key], wanted);
  });
}
