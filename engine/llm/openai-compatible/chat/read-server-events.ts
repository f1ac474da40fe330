import { createParser } from "eventsource-parser";

/** A part of a server's reply. */
export type ServerEvent =
  /** The data of one server-sent event; `event` is its type where it has one. */
  | { readonly type: "data"; readonly data: string; readonly event?: string }
  /** A line outside of the format of server-sent events: JSON, words or a web page. */
  | { readonly type: "line"; readonly line: string };

/**
 * The parts of a reply's body, whatever its media type: servers send errors and whole answers unframed, too. Reads until
 * the body ends; rejects with the reader's error.
 */
export async function* readServerEvents(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<ServerEvent> {
  let events: ServerEvent[] = [];
  const parser = createParser({
    onEvent: ({ data, event }) => {
      events.push({ type: "data", data, ...(event !== undefined && { event }) });
    },
    onError: ({ type, line }) => {
      if (type === "unknown-field" && line?.trim()) events.push({ type: "line", line });
    },
  });
  const take = () => {
    const taken = events;
    events = [];
    return taken;
  };
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    // The last event often lacks the empty line that ends it.
    parser.feed(done ? `${decoder.decode()}\n\n` : decoder.decode(value, { stream: true }));
    yield* take();
    if (done) return;
  }
}
