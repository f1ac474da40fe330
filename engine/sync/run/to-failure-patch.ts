import { toPlainError } from "../../errors/to-plain-error";
import type { Source } from "../../model/source";
import type { Clock } from "../../ports/clock";
import type { SourcePatch } from "../../store/store";
import { NEVER } from "../schedule/next-due";

export interface FailureDeps {
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** Errors that only the person can resolve: grant access again, sign in again, enter the passphrase. */
const USER_ACTION_CODES: ReadonlySet<string> = new Set(["permission", "sign-in", "locked"]);

/** The change of a source's row after its run ended with this error. */
export function toFailurePatch(
  { clock, random }: FailureDeps,
  source: Pick<Source, "failedRuns">,
  thrown: unknown,
): SourcePatch {
  const problem = toPlainError(thrown);
  if (USER_ACTION_CODES.has(problem.code)) return { state: "waiting", dueAt: NEVER, problem };
  if (problem.code === "settings") return { state: "failed", dueAt: NEVER, problem };
  const retryAt = problem.code === "wait" ? retryAtOf(thrown) : undefined;
  // A rate limit is not a failure: the source resumes without the person.
  if (retryAt !== undefined) return { state: "idle", dueAt: retryAt, problem, failedRuns: undefined };
  const failedRuns = (source.failedRuns ?? 0) + 1;
  const dueAt = clock.now() + computeBackoffMs(failedRuns, random);
  return { state: "failed", dueAt, failedRuns, problem };
}

function retryAtOf(thrown: unknown): number | undefined {
  const { retryAt } = thrown as { readonly retryAt?: unknown };
  return typeof retryAt === "number" ? retryAt : undefined;
}

const INITIAL_BACKOFF_MS = 60_000;
const MAX_BACKOFF_MS = 6 * 60 * 60_000;

/**
 * Milliseconds until a source is retried after `failedRuns` consecutive failures: doubling from a minute to six
 * hours. The upper half is random ("equal jitter", Brooker, "Exponential Backoff And Jitter", AWS 2015), so that
 * sources that failed together are not retried together.
 */
function computeBackoffMs(failedRuns: number, random: () => number): number {
  const ceiling = Math.min(MAX_BACKOFF_MS, INITIAL_BACKOFF_MS * 2 ** (failedRuns - 1));
  return ceiling / 2 + (random() * ceiling) / 2;
}
