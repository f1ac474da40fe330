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
  /** What its members wrote about a channel, by label; absent when they wrote nothing. */
  about: z.array(z.object({ label: z.string(), text: z.string() })).optional(),
  /** When the topic or the purpose was last set; milliseconds since the epoch. */
  aboutAt: z.number().optional(),
  /** True when the channel has a canvas with content. */
  hasCanvas: z.boolean().optional(),
});
export type SlackConversation = z.infer<typeof conversation>;

export function toConversation(raw: unknown): SlackConversation | undefined {
  const parsed = rawConversation.safeParse(raw).data;
  if (!parsed) return undefined;
  const { id, user, is_im, is_mpim, is_archived } = parsed;
  const name = parsed.name ?? "";
  const kind = is_im ? "direct" : is_mpim ? "group" : "channel";
  return {
    id,
    kind,
    name: kind === "direct" ? "" : kind === "group" ? toNames(name) : name || id,
    // In search results, the name of a direct message is the id of the other person.
    ...(kind === "direct" && { user: user ?? name }),
    isArchived: is_archived ?? false,
    ...(kind === "channel" && aboutChannel(parsed)),
  };
}

function aboutChannel({
  topic,
  purpose,
  previous_names,
  properties,
}: z.infer<typeof rawConversation>): Pick<SlackConversation, "about" | "aboutAt" | "hasCanvas"> {
  const canvas = properties?.canvas;
  const about = [
    { label: "Topic", text: topic?.value?.trim() ?? "" },
    { label: "Purpose", text: purpose?.value?.trim() ?? "" },
    { label: "Previous names", text: (previous_names ?? []).join(", ") },
  ].filter(({ text }) => text !== "");
  const setAt = 1_000 * Math.max(topic?.last_set ?? 0, purpose?.last_set ?? 0);
  return {
    ...(about.length > 0 && { about }),
    ...(setAt > 0 && { aboutAt: setAt }),
    ...(canvas?.file_id && canvas.is_empty !== true && { hasCanvas: true }),
  };
}

/** Slack's name for a group: "mpdm-ada--grace-1". */
function toNames(name: string): string {
  return name
    .replace(/^mpdm-/, "")
    .replace(/-\d+$/, "")
    .replaceAll("--", ", ");
}
