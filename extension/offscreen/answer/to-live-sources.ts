import type { LiveReply } from "../../../engine/model/live";
import type { LiveSources } from "../../../engine/ports/live-sources";
import type { PageApi } from "../engine-api";
import { callRemote } from "../llm/bridge/remote-call";

/** The page's live search; see `PageApi`. */
type RemoteSearch = Pick<PageApi, "searchLive" | "stopSearch">;

/**
 * The connected sources, which the engine worker asks through its page. Replies that come by callback become something
 * to iterate over; `proxy` prepares the callback for its trip.
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
          // Not returned: a stream whose start is under way cannot be read.
          searching.then(
            () => controller.close(),
            (error) => controller.error(error),
          );
        },
      }),
  };
}
