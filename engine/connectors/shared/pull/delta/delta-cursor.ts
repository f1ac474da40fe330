import * as z from "zod";

/** A list in progress: the whole source, or a part that must be listed again. */
const listing = z.object({
  part: z.string().optional(),
  /** Token of the next page; absent for the first. */
  page: z.string().optional(),
  /** Oldest update delivered so far, milliseconds since the epoch. */
  oldest: z.number().optional(),
});

const deltaCursor = z.object({
  /** Changes are reported from this token on; absent before the first listing. */
  token: z.string().optional(),
  /** Token of the next page of the changes since `token`; absent for the first. */
  page: z.string().optional(),
  /** When the changes were last read to their end, milliseconds since the epoch. */
  freshAt: z.number().optional(),
  /** Unfinished lists, the next one first. */
  listings: z.array(listing),
  /** Changes were lost because their token expired: deletions have to be detected after the new listing. */
  sweep: z.boolean().optional(),
});

export type DeltaListing = z.infer<typeof listing>;

/** The sync position of a source with a change feed. */
export type DeltaCursor = z.infer<typeof deltaCursor>;

/** An unreadable cursor (of an earlier version) starts from the beginning; known versions are not delivered again. */
export function parseDeltaCursor(cursor: string | undefined): DeltaCursor {
  try {
    const parsed = deltaCursor.safeParse(JSON.parse(cursor ?? ""));
    return parsed.success ? parsed.data : { listings: [{}] };
  } catch {
    return { listings: [{}] };
  }
}
