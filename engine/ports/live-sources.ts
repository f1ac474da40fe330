import type { LiveReply, LiveRequest } from "../model/live";

/** The connected sources' own search, which runs in the service worker. */
export interface LiveSources {
  /**
   * Replies in the order they come, one for each source, none after the caller's deadline. Empty when no source can
   * search.
   */
  search(request: LiveRequest, signal: AbortSignal): AsyncIterable<LiveReply>;
}
