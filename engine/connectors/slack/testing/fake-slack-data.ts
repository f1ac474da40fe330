/** A message in the format of Slack's API; `hidden` ones are not returned. */
export interface FakeMessage {
  readonly type: "message";
  readonly ts: string;
  readonly user: string;
  text: string | null;
  thread_ts?: string;
  subtype?: string;
  edited?: { readonly user: string; readonly ts: string };
}

export interface FakeChannel {
  readonly id: string;
  readonly name: string;
  readonly is_im: boolean;
  readonly is_mpim: boolean;
  readonly is_private: boolean;
  readonly user?: string;
}

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
      channels.set(id, { id, name, is_im: false, is_mpim: false, is_private: false, ...fields });
    },
    leave: (id) => {
      channels.delete(id);
    },
    post: (channel, text, fields = {}) => {
      const message: FakeMessage = { type: "message", user: ADA, text, ts: stamp(), ...fields };
      const first = all(channel).find(({ ts }) => ts === message.thread_ts);
      if (first) first.thread_ts = first.ts;
      messages.set(channel, [...all(channel), message]);
      return message.ts;
    },
    edit: (channel, ts, text) => {
      const message = all(channel).find((each) => each.ts === ts);
      if (message) Object.assign(message, { text, edited: { user: message.user, ts: stamp() } });
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
