/**
 * The output of a fake model as a stream. It counts as work from now until it ended, failed or was cancelled; `work` is
 * called exactly once for each end.
 */
export function countedStream<Part>(
  parts: AsyncGenerator<Part>,
  onChange: (by: 1 | -1) => void,
): ReadableStream<Part> {
  let ended = false;
  const end = () => {
    if (!ended) onChange(-1);
    ended = true;
  };
  onChange(1);
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await parts.next();
        if (!done) return controller.enqueue(value);
        end();
        controller.close();
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    cancel: end,
  });
}
