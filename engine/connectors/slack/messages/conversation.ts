import * as z from "zod";
import { rawConversation } from "../schema";

/** A channel, or a direct message of two or several people. */
export const conversation = z.object({
  id: z.string(),
  kind: z.enum(["channel", "direct", "group"]),
  /** A channel's name without "#"; empty for a direct message of two. */
  name: z.string(),
  /** The other person of a direct message of two. */
  user: z.string().optional(),
  isArchived: z.boolean(),
});
export type SlackConversation = z.infer<typeof conversation>;

export function toConversation(raw: unknown): SlackConversation | undefined {
  const parsed = rawConversation.safeParse(raw).data;
  if (!parsed) return undefined;
  const { id, name = "", user, is_im, is_mpim, is_archived } = parsed;
  const kind = is_im ? "direct" : is_mpim ? "group" : "channel";
  return {
    id,
    kind,
    name: kind === "direct" ? "" : kind === "group" ? toNames(name) : name || id,
    // In search results, the name of a direct message is the id of the other person.
    ...(kind === "direct" && { user: user ?? name }),
    isArchived: is_archived ?? false,
  };
}

/** Slack's name for a group: "mpdm-ada--grace-1". */
function toNames(name: string): string {
  return name
    .replace(/^mpdm-/, "")
    .replace(/-\d+$/, "")
    .replaceAll("--", ", ");
}
