import * as z from "zod";

/** A walk from the newest item to older ones. `token` names the next page; it is absent for the first. */
const walk = z.object({ token: z.string().optional() });

const feedCursor = z.object({
  /** A finished or running walk has covered everything updated up to this time. */
  newest: z.number().optional(),
  /** When a fresh walk last ended. */
  freshAt: z.number().optional(),
  /** The walk over everything, until it has reached the end once. */
  backfill: walk.extend({ oldest: z.number().optional() }).optional(),
  /** The walk over what changed since `newest`, and the newest update it has read. */
  fresh: walk.extend({ top: z.number().optional() }).optional(),
});

/** The sync position of a feed; times in milliseconds since the epoch. */
export type FeedCursor = z.infer<typeof feedCursor>;

/** An unreadable cursor (of an earlier version) starts from the beginning; known versions are not delivered again. */
export function parseFeedCursor(cursor: string | undefined): FeedCursor {
  try {
    const parsed = feedCursor.safeParse(JSON.parse(cursor ?? ""));
    return parsed.success ? parsed.data : { backfill: {} };
  } catch {
    return { backfill: {} };
  }
}
