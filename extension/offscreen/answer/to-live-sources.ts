import type { LiveReply, LiveRequest } from "../../../engine/model/live";
import type { LiveSources } from "../../../engine/ports/live-sources";

/** How the engine worker asks the page, which can reach the service worker; resolves after the last reply. */
export type SearchLive = (request: LiveRequest, onReply: (reply: LiveReply) => void) => Promise<void>;

/** Makes the replies that come by callback something to iterate over. `wrap` prepares the callback for its trip. */
export function toLiveSources(
  search: SearchLive,
  wrap: (onReply: (reply: LiveReply) => void) => (reply: LiveReply) => void,
): LiveSources {
  return {
    search: (request) =>
      new ReadableStream<LiveReply>({
        start: (controller) => {
          const onReply = wrap((reply) => controller.enqueue(reply));
          // Not returned: a stream whose start is under way cannot be read.
          search(request, onReply).then(
            () => controller.close(),
            (error) => controller.error(error),
          );
        },
      }),
  };
}
