import * as z from "zod";

/** A walk from the newest item back: `token` names the next page, absent for the first. */
const walk = z.object({ token: z.string().optional() });

const feedCursor = z.object({
  /** Everything updated up to here has been seen by a finished or running walk. */
  newest: z.number().optional(),
  /** When a fresh walk last ended. */
  freshAt: z.number().optional(),
  /** The walk through everything, until it has reached the end once. */
  backfill: walk.extend({ oldest: z.number().optional() }).optional(),
  /** The walk through what changed since `newest`, and the newest update it has seen. */
  fresh: walk.extend({ top: z.number().optional() }).optional(),
});

/** Where a feed stands; times in milliseconds since the epoch. */
export type FeedCursor = z.infer<typeof feedCursor>;

/** A cursor that cannot be read (a previous version's) starts from the beginning; nothing is delivered twice. */
export function parseFeedCursor(cursor: string | undefined): FeedCursor {
  try {
    const parsed = feedCursor.safeParse(JSON.parse(cursor ?? ""));
    return parsed.success ? parsed.data : { backfill: {} };
  } catch {
    return { backfill: {} };
  }
}
