import { toPlainError } from "../../errors/to-plain-error";
import type { Source } from "../../model/source";
import type { Clock } from "../../ports/clock";
import type { SourcePatch } from "../../store/store";
import { computeBackoffMs } from "../schedule/compute-backoff-ms";
import { NEVER } from "../schedule/next-due";

export interface FailureDeps {
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** Only the person can help: allow again, sign in again, enter the passphrase. */
const USER_ACTION_CODES: ReadonlySet<string> = new Set(["permission", "sign-in", "locked"]);

/** What becomes of a source whose run ended with this. */
export function toFailurePatch(
  { clock, random }: FailureDeps,
  source: Pick<Source, "failedRuns">,
  thrown: unknown,
): SourcePatch {
  const problem = toPlainError(thrown);
  if (USER_ACTION_CODES.has(problem.code)) return { state: "waiting", dueAt: NEVER, problem };
  if (problem.code === "settings") return { state: "failed", dueAt: NEVER, problem };
  const retryAt = problem.code === "wait" ? retryAtOf(thrown) : undefined;
  // A limit is no failure: the vendor is well, and the source goes on by itself.
  if (retryAt !== undefined) return { state: "idle", dueAt: retryAt, problem, failedRuns: undefined };
  const failedRuns = (source.failedRuns ?? 0) + 1;
  const dueAt = clock.now() + computeBackoffMs(failedRuns, random);
  return { state: "failed", dueAt, failedRuns, problem };
}

function retryAtOf(thrown: unknown): number | undefined {
  const { retryAt } = thrown as { readonly retryAt?: unknown };
  return typeof retryAt === "number" ? retryAt : undefined;
}
