import type { Settings } from "../../model/source";
import { DAY_MS } from "../../util/durations";
import { readDateSetting } from "../shared/settings/read-date-setting";
import { readListSetting } from "../shared/settings/read-list-setting";
import { readNumberSetting } from "../shared/settings/read-number-setting";
import type { SlackConversation } from "./messages/conversation";
import { startOfDayAt } from "./messages/time";

/** What the person narrowed the source to. */
export interface SlackFilter {
  /** Names or ids; empty for all. */
  readonly channels: readonly string[];
  /** In the format of `users.conversations`. */
  readonly types: string;
  /** Nothing before this `ts`, the start of a day. */
  readonly floor?: string;
  /** How far back edits and deletions are detected. */
  readonly windowMs: number;
  includes(conversation: SlackConversation): boolean;
}

export function readFilter(settings: Settings): SlackFilter {
  // People paste a channel's address, which ends in its id.
  const channels = readListSetting(settings, "channels").map((entry) =>
    entry.replace(/^#\s*|^https?:\/\/[^/]+\/archives\/|[/?].*$/g, ""),
  );
  const names = channels.map((name) => name.toLowerCase());
  const direct = settings.directMessages === true;
  const since = readDateSetting(settings, "since");
  return {
    channels,
    types: ["public_channel", "private_channel", ...(direct ? ["im", "mpim"] : [])].join(","),
    ...(since !== undefined && { floor: startOfDayAt(since) }),
    windowMs: readNumberSetting(settings, "windowDays", { initial: 30, min: 1, max: 10_000 }) * DAY_MS,
    includes: ({ kind, name, id }) => {
      if (kind !== "channel") return direct;
      return names.length === 0 || names.includes(name.toLowerCase()) || names.includes(id.toLowerCase());
    },
  };
}
