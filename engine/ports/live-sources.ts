import type { LiveReply, LiveRequest } from "../model/live";

/** The connected sources' own search, which runs elsewhere (in the service worker). */
export interface LiveSources {
  /** Replies as they come, one a source, none after the time the asker allows; nothing when no source can search. */
  search(request: LiveRequest, signal: AbortSignal): AsyncIterable<LiveReply>;
}
