import * as z from "zod";

/** A list being walked through: all of the source, or a part of it that is to be listed again. */
const listing = z.object({
  part: z.string().optional(),
  /** Names its next page; absent for the first. */
  page: z.string().optional(),
  /** Oldest update delivered so far, milliseconds since the epoch. */
  oldest: z.number().optional(),
});

const deltaCursor = z.object({
  /** From here on changes are told; absent before the first listing. */
  token: z.string().optional(),
  /** Names the next page of the changes since `token`; absent for the first. */
  page: z.string().optional(),
  /** When the changes were last followed to their end, milliseconds since the epoch. */
  freshAt: z.number().optional(),
  /** Lists not yet walked to their end, the next first. */
  listings: z.array(listing),
  /** Changes were lost with their token: what is gone has to be found out once everything is listed anew. */
  sweep: z.boolean().optional(),
});

export type DeltaListing = z.infer<typeof listing>;

/** Where a source with a change feed stands. */
export type DeltaCursor = z.infer<typeof deltaCursor>;

/** A cursor that cannot be read (a previous version's) starts from the beginning; nothing is delivered twice. */
export function parseDeltaCursor(cursor: string | undefined): DeltaCursor {
  try {
    const parsed = deltaCursor.safeParse(JSON.parse(cursor ?? ""));
    return parsed.success ? parsed.data : { listings: [{}] };
  } catch {
    return { listings: [{}] };
  }
}
