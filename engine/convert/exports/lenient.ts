import * as z from "zod";

/*
 * Fields of an export, whose format nobody promises: a field that is missing, null or of another type is undefined, and
 * the rest of the object is still read.
 */

export const text = z.string().optional().catch(undefined);
export const number = z.coerce.number().finite().optional().catch(undefined);
export const flag = z.boolean().optional().catch(undefined);

/** A list of anything; empty where it is missing. */
export const anyList = z.array(z.unknown()).catch([]);

/** The objects of a list; others are left out. */
export function list<T extends z.ZodType>(item: T) {
  return anyList.transform((values) =>
    values.flatMap((value): z.output<T>[] => {
      const read = item.safeParse(value);
      return read.success ? [read.data] : [];
    }),
  );
}
