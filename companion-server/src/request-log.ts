import type { Context, MiddlewareHandler } from "hono";

/** What is written of a request: never a body, a header, a query. */
export interface LogEntry {
  readonly time: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** From the first byte of the request to the last of the answer. */
  readonly ms: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
}

export type WriteLog = (entry: LogEntry) => void;

/** How a streamed answer ended. */
export interface Ending {
  readonly status?: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
}

const ENDING = "ending";
const LEFT_OUT = "left out";

/** To be called by a handler whose answer goes on after it returned. */
export function setEnding(context: Context, ending: Promise<Ending>): void {
  context.set(ENDING, ending);
}

/** To be called for a request that is one of too many: a web page could fill the disk with entries. */
export function leaveOut(context: Context): void {
  context.set(LEFT_OUT, true);
}

/** One entry a request that is not left out, once its answer has ended. */
export function requestLog(write: WriteLog, now: () => number): MiddlewareHandler {
  return async (context, next) => {
    const from = now();
    await next();
    if (context.get(LEFT_OUT)) return;
    const { method, path } = context.req;
    const { status } = context.res;
    const enter = (ending: Ending = {}) =>
      write({
        time: new Date(from).toISOString(),
        method,
        path: plain(path),
        status,
        ms: now() - from,
        ...ending,
      });
    const ending: Promise<Ending> | undefined = context.get(ENDING);
    if (ending) void ending.then(enter);
    else enter();
  };
}

/** Whatever somebody put into the address stays out. */
function plain(path: string): string {
  return /^\/(health|v1\/models|v1\/chat\/completions|oauth\/[a-z]{1,20}\/[a-z]{1,10})$/.test(path)
    ? path
    : "(other)";
}
