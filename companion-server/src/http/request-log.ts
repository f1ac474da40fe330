import type { Context, MiddlewareHandler } from "hono";

/** A log entry of a request, without body, headers and query. */
export interface LogEntry {
  readonly time: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** From the first byte of the request to the last byte of the response. */
  readonly ms: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
}

export type WriteLog = (entry: LogEntry) => void;

/** The outcome of a streamed answer. */
export interface LoggedOutcome {
  readonly status?: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
}

const OUTCOME_KEY = "outcome";
const SKIP_KEY = "skip-logging";

/** Called by a handler that streams its answer. */
export function setOutcome(context: Context, outcome: Promise<LoggedOutcome>): void {
  context.set(OUTCOME_KEY, outcome);
}

/** Called for a request over the limit: a web page could fill the disk with entries. */
export function skipLogging(context: Context): void {
  context.set(SKIP_KEY, true);
}

/** Logs one entry per request once its response has ended, unless logging is skipped. */
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

/** Unknown paths are not logged. */
function redactPath(path: string): string {
  return /^\/(health|v1\/models|v1\/chat\/completions|oauth\/[a-z]{1,20}\/[a-z]{1,10})$/.test(path)
    ? path
    : "(other)";
}
