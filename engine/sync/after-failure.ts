import { toPlainError } from "../errors/to-plain-error";
import type { Source } from "../model/source";
import type { Clock } from "../ports/clock";
import type { SourcePatch } from "../store/store";
import { backOff } from "./back-off";
import { NEVER } from "./next-due";

export interface FailureOptions {
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** Only the person can help: allow again, sign in again, enter the passphrase. */
const NEEDS_PERSON: ReadonlySet<string> = new Set(["permission", "sign-in", "locked"]);

/** What becomes of a source whose run ended with this. */
export function afterFailure(
  { clock, random }: FailureOptions,
  source: Pick<Source, "failedRuns">,
  thrown: unknown,
): SourcePatch {
  const problem = toPlainError(thrown);
  if (NEEDS_PERSON.has(problem.code)) return { state: "waiting", dueAt: NEVER, problem };
  if (problem.code === "settings") return { state: "failed", dueAt: NEVER, problem };
  const retryAt = problem.code === "wait" ? retryAtOf(thrown) : undefined;
  // A limit is no failure: the vendor is well, and the source goes on by itself.
  if (retryAt !== undefined) return { state: "idle", dueAt: retryAt, problem, failedRuns: undefined };
  const failedRuns = (source.failedRuns ?? 0) + 1;
  const dueAt = clock.now() + backOff(failedRuns, random);
  return { state: "failed", dueAt, failedRuns, problem };
}

function retryAtOf(thrown: unknown): number | undefined {
  const { retryAt } = thrown as { readonly retryAt?: unknown };
  return typeof retryAt === "number" ? retryAt : undefined;
}
