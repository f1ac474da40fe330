import * as z from "zod";

/** An optional part of an item: when it is invalid or missing it is left out, and the rest is read. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().catch(undefined);
}

/** The valid elements of a list; one that is malformed must not lose the others. */
export function validOnes<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(z.unknown())
    .transform((all) => all.map((each) => schema.safeParse(each).data).filter((item) => item !== undefined));
}

/**
 * An ISO 8601 time as milliseconds since the epoch. Jira omits the colon of the offset:
 * `2021-01-18T23:45:00.000+0000`.
 */
export const isoTime = z.string().transform((text, context) => {
  const parsed = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  if (!Number.isNaN(parsed)) return parsed;
  context.addIssue("is no time");
  return z.NEVER;
});
