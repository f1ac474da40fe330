type OptionalKeys<T> = { [Key in keyof T]: undefined extends T[Key] ? Key : never }[keyof T];

/** As `T`, with the fields that may be undefined turned into fields that may be absent. */
export type WithoutUndefined<T> = Omit<T, OptionalKeys<T>> & {
  [Key in OptionalKeys<T>]?: Exclude<T[Key], undefined>;
};

/** Copies a row without the fields that are undefined, which stored rows do not have. */
export function withoutUndefined<T extends object>(row: T): WithoutUndefined<T> {
  const fields = Object.entries(row).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields) as WithoutUndefined<T>;
}
