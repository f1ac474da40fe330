type OptionalKeys<T> = { [Key in keyof T]: undefined extends T[Key] ? Key : never }[keyof T];

/** As `T`, with optional fields instead of fields that may be undefined. */
export type WithoutUndefined<T> = Omit<T, OptionalKeys<T>> & {
  [Key in OptionalKeys<T>]?: Exclude<T[Key], undefined>;
};

/** Copies a row without its undefined fields, as stored rows have none. */
export function withoutUndefined<T extends object>(row: T): WithoutUndefined<T> {
  const fields = Object.entries(row).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields) as WithoutUndefined<T>;
}
