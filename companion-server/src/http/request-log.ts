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
export interface LoggedOutcome {
  readonly status?: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
}

const OUTCOME_KEY = "ending";
const SKIP_KEY = "left out";

/** To be called by a handler whose answer goes on after it returned. */
export function setOutcome(context: Context, outcome: Promise<LoggedOutcome>): void {
  context.set(OUTCOME_KEY, outcome);
}

/** To be called for a request that is one of too many: a web page could fill the disk with entries. */
export function skipLogging(context: Context): void {
  context.set(SKIP_KEY, true);
}

/** One entry a request that is not left out, once its answer has ended. */
export function requestLog(write: WriteLog, now: () => number): MiddlewareHandler {
  return async (context, next) => {
    const from = now();
    await next();
    if (context.get(SKIP_KEY)) return;
    const { method, path } = context.req;
    const { status } = context.res;
    const writeEntry = (outcome: LoggedOutcome = {}) =>
      write({
        time: new Date(from).toISOString(),
        method,
        path: redactPath(path),
        status,
        ms: now() - from,
        ...outcome,
      });
    const outcome: Promise<LoggedOutcome> | undefined = context.get(OUTCOME_KEY);
    if (outcome) void outcome.then(writeEntry);
    else writeEntry();
  };
}

/** Whatever somebody put into the address stays out. */
function redactPath(path: string): string {
  return /^\/(health|v1\/models|v1\/chat\/completions|oauth\/[a-z]{1,20}\/[a-z]{1,10})$/.test(path)
    ? path
    : "(other)";
}
