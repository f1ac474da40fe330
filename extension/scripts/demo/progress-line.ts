/** Without a terminal, a line every two seconds is enough. */
const INTERVAL_MS = 2_000;

/** Shows progress on stderr: one line that renews itself in a terminal, a line now and then elsewhere. */
export function createProgressLine(): { show(text: string): void; end(): void } {
  let shownAt = 0;
  if (process.stderr.isTTY) {
    return {
      show: (text) => void process.stderr.write(`\r\x1b[K${text}`),
      end: () => void process.stderr.write("\r\x1b[K"),
    };
  }
  return {
    show: (text) => {
      if (Date.now() - shownAt < INTERVAL_MS) return;
      shownAt = Date.now();
      process.stderr.write(`${text}\n`);
    },
    end: () => {},
  };
}
