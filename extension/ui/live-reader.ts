/** How often something that moves is looked at again, in milliseconds. */
const POLL = 1_000;

interface LiveReaderOptions<T> {
  readonly read: () => Promise<T>;
  readonly onValue: (value: T) => void;
  readonly onProblem: (message: string) => void;
  /** True while the value moves without notices, so it must be polled. */
  readonly isMoving: (value: T) => boolean;
}

/**
 * Reads a value again and again without ever reading twice at once: a wish that comes during a reading is
 * met by one more reading after it, so a flood of wishes neither piles up nor starves.
 */
export function liveReader<T>({ read, onValue, onProblem, isMoving }: LiveReaderOptions<T>) {
  let stopped = false;
  let reading = false;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    clearTimeout(timer);
    again = reading;
    if (reading) return;
    reading = true;
    const moving = await readOnce();
    reading = false;
    if (stopped) return;
    if (again) await look();
    else if (moving) timer = setTimeout(look, POLL);
  }

  async function readOnce(): Promise<boolean> {
    try {
      const value = await read();
      if (!stopped) onValue(value);
      return isMoving(value);
    } catch (error) {
      if (!stopped) onProblem(error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  return {
    look,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
