import { toRichText } from "./to-rich-text";

/**
 * A message in the format of Slack's API: what a person typed has a `rich_text` block beside its text, bots have
 * attachments and blocks, and any field but `ts` may be null or absent.
 */
export interface FakeMessage {
  readonly type: "message";
  readonly ts: string;
  readonly user: string | null;
  text: string | null;
  blocks?: readonly object[] | null;
  readonly attachments?: readonly object[] | null;
  readonly files?: readonly object[] | null;
  readonly bot_id?: string | null;
  readonly bot_profile?: object | null;
  readonly username?: string | null;
  readonly room?: object;
  thread_ts?: string;
  subtype?: string;
  edited?: { readonly user: string; readonly ts: string };
}

/** `last_set` in seconds since the epoch. */
interface FakeDescription {
  readonly value: string;
  readonly creator: string;
  readonly last_set: number;
}

export interface FakeChannel {
  readonly id: string;
  readonly name: string;
  readonly is_im: boolean;
  readonly is_mpim: boolean;
  readonly is_private: boolean;
  readonly user?: string;
  readonly topic: FakeDescription;
  readonly purpose: FakeDescription;
  readonly properties?: object;
}

const UNDESCRIBED: FakeDescription = { value: "", creator: "", last_set: 0 };

export const GENERAL = "C012AB3CD";
export const ADA = "U012AB3CDE";
export const GRACE = "U061F7AUR";

export interface FakeSlackData {
  readonly channels: Map<string, FakeChannel>;
  addChannel(id: string, name: string, fields?: Partial<FakeChannel>): void;
  /** The person is no longer a member. */
  leave(id: string): void;
  /** Posts a message in a channel or in one of its threads; returns its `ts`. */
  post(channel: string, text: string | null, fields?: Partial<FakeMessage>): string;
  edit(channel: string, ts: string, text: string): void;
  /** Deletes a message; the first message of a thread with the whole thread. */
  delete(channel: string, ts: string): void;
  /** The messages of the channel itself, newest first. */
  history(channel: string): readonly FakeMessage[];
  /** First message and replies, oldest first. */
  thread(channel: string, ts: string): readonly FakeMessage[];
  all(channel: string): readonly FakeMessage[];
}

export function createFakeSlackData(now: () => number): FakeSlackData {
  const channels = new Map<string, FakeChannel>();
  const messages = new Map<string, FakeMessage[]>();
  let count = 0;
  const all = (channel: string) => messages.get(channel) ?? [];
  const stamp = () => `${Math.floor(now() / 1_000)}.${String(++count).padStart(6, "0")}`;
  const data: FakeSlackData = {
    channels,
    addChannel: (id, name, fields = {}) => {
      const flags = { is_im: false, is_mpim: false, is_private: false };
      channels.set(id, { id, name, ...flags, topic: UNDESCRIBED, purpose: UNDESCRIBED, ...fields });
    },
    leave: (id) => {
      channels.delete(id);
    },
    post: (channel, text, fields = {}) => {
      const isTyped = text !== null && text !== "" && fields.subtype === undefined;
      const blocks = isTyped ? { blocks: [toRichText(text)] } : {};
      const message: FakeMessage = { type: "message", user: ADA, text, ts: stamp(), ...blocks, ...fields };
      const first = all(channel).find(({ ts }) => ts === message.thread_ts);
      if (first) first.thread_ts = first.ts;
      messages.set(channel, [...all(channel), message]);
      return message.ts;
    },
    edit: (channel, ts, text) => {
      const message = all(channel).find((each) => each.ts === ts);
      const edited = { user: message?.user, ts: stamp() };
      if (message) Object.assign(message, { text, blocks: [toRichText(text)], edited });
    },
    delete: (channel, ts) => {
      const isGone = (each: FakeMessage) => each.ts === ts || each.thread_ts === ts;
      messages.set(
        channel,
        all(channel).filter((each) => !isGone(each)),
      );
    },
    history: (channel) =>
      all(channel)
        .filter(({ ts, thread_ts, subtype }) => (thread_ts ?? ts) === ts || subtype === "thread_broadcast")
        .toSorted((a, b) => (a.ts < b.ts ? 1 : -1)),
    thread: (channel, ts) =>
      all(channel)
        .filter((each) => each.ts === ts || each.thread_ts === ts)
        .toSorted((a, b) => (a.ts < b.ts ? -1 : 1)),
    all,
  };
  data.addChannel(GENERAL, "general");
  return data;
}
