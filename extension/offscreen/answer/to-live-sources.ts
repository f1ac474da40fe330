import type { LiveReply } from "../../../engine/model/live";
import type { LiveSources } from "../../../engine/ports/live-sources";
import type { PageApi } from "../engine-api";
import { callRemote } from "../llm/bridge/remote-call";

/** The page's live search; see `PageApi`. */
type RemoteSearch = Pick<PageApi, "searchLive" | "stopSearch">;

/**
 * Live search through the page, with replies as an iterable instead of a callback. `proxy` makes the callback
 * transferable.
 */
export function toLiveSources(
  page: RemoteSearch,
  proxy: (onReply: (reply: LiveReply) => void) => (reply: LiveReply) => void,
): LiveSources {
  const remote = { stop: (callId: string) => page.stopSearch(callId) };
  return {
    search: (request, signal) =>
      new ReadableStream<LiveReply>({
        start: (controller) => {
          const onReply = proxy((reply) => controller.enqueue(reply));
          const searching = callRemote(remote, signal, (callId) => page.searchLive(callId, request, onReply));
          // Not returned: a stream cannot be read before `start` has settled.
          searching.then(
            () => controller.close(),
            (error) => controller.error(error),
          );
        },
      }),
  };
}
