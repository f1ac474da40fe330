import type PQueue from "p-queue";
import type { RateLimitReply, ServiceBehaviour } from "../../connectors/service";
import { hasCode } from "../../errors/error-code";
import { UnavailableError } from "../../errors/unavailable-error";
import { WaitError } from "../../errors/wait-error";
import type { Clock } from "../../ports/clock";
import type { Fetch } from "../../ports/fetch";
import { parseRateLimit } from "../../util/parse-rate-limit";
import type { Wait } from "../../util/wait";
import { formatTime } from "../format-time";
import type { Breaker } from "../limits/create-breaker";
import type { RateLimiter } from "../limits/create-rate-limiter";
import type { RequestBudget } from "../service-api";
import { type BufferedResponse, toResponse } from "./buffered-response";
import type { SignedHeaders, Signer } from "./create-signer";
import { send } from "./send";

export interface RequestDeps {
  readonly name: string;
  readonly behaviour: ServiceBehaviour;
  readonly rateLimiter: RateLimiter;
  readonly breaker: Breaker;
  readonly signer: Signer;
  /** Limits the number of concurrent requests. */
  readonly slots: PQueue;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly random: () => number;
  /** BCP 47 tag; see `formatTime`. */
  readonly locale: string;
  /** Absent for a request that is not part of more work. */
  readonly budget?: RequestBudget;
}

export interface ApiRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string;
}

/**
 * A longer wait ends the run, which becomes due again afterwards, unless that would discard finished work. Several
 * waits may follow each other: the requests of one page queue behind a slow limit, and all of them must be sent
 * eventually.
 */
const MAX_WAIT_MS = 20_000;
const MAX_RETRIES = 3;
const INITIAL_RETRY_MS = 500;
/** Number of rate limit replies before the run ends. */
const MAX_LIMIT_REPLIES = 5;
const MIN_PAUSE_MS = 1_000;
const EXHAUSTED_PAUSE_MS = 60_000;

/** The attempts of one request so far. */
interface AttemptCounts {
  failures: number;
  limitReplies: number;
  renewed: boolean;
}

/** The result of one attempt. */
type RequestOutcome =
  | { readonly kind: "throttled"; readonly until: number }
  | { readonly kind: "rate-limited"; readonly limit: RateLimitReply }
  | { readonly kind: "unauthorized" | "ok"; readonly reply: BufferedResponse };

/** See `ConnectorContext.api`: sends the request until there is a reply for the connector or a permanent error. */
export async function runRequest(
  deps: RequestDeps,
  request: ApiRequest,
  pageSignal: AbortSignal,
): Promise<Response> {
  // Hundreds of requests of one page wait at once; each listens to a signal of its own instead of the page's.
  const signal = AbortSignal.any([pageSignal]);
  const attempts: AttemptCounts = { failures: 0, limitReplies: 0, renewed: false };
  for (;;) {
    signal.throwIfAborted();
    const signed = await deps.signer.sign(request.headers);
    try {
      // The slot is free while this request waits.
      const outcome = await deps.slots.add(() => attemptRequest(deps, { request, signed }, signal), {
        signal,
      });
      if (outcome.kind === "ok") return toResponse(outcome.reply);
      if (outcome.kind === "throttled") await waitUntil(deps, outcome.until, signal);
      if (outcome.kind === "rate-limited") {
        await deps.rateLimiter.block(pathOf(request), computeBlockUntil(deps, attempts, outcome.limit));
      }
      if (outcome.kind === "unauthorized") await renewOnce(deps, attempts, signed);
    } catch (thrown) {
      await waitToRetry(deps, attempts, { thrown, signal });
    }
  }
}

async function attemptRequest(
  deps: RequestDeps,
  { request, signed }: { readonly request: ApiRequest; readonly signed: SignedHeaders },
  signal: AbortSignal,
): Promise<RequestOutcome> {
  const { rateLimiter, breaker, budget = { uncommitted: 0 } } = deps;
  const until = await rateLimiter.acquire(pathOf(request));
  if (until !== undefined) return { kind: "throttled", until };
  // Counted while in flight too: the requests of one page run concurrently, and the first must not be wasted.
  budget.uncommitted++;
  let isOk = false;
  try {
    const outcome = await breaker.run(() => sendAndClassify(deps, { request, signed }, signal));
    isOk = outcome.kind === "ok";
    return outcome;
  } finally {
    if (!isOk) budget.uncommitted--;
  }
}

/** Sends the request and classifies the reply. */
async function sendAndClassify(
  deps: RequestDeps,
  { request, signed }: { readonly request: ApiRequest; readonly signed: SignedHeaders },
  signal: AbortSignal,
): Promise<RequestOutcome> {
  const { rateLimiter, behaviour, clock, name } = deps;
  const reply = await send(deps, toInit(request, signed), signal);
  const quota = behaviour.parseQuota?.(reply.headers, clock.now());
  if (quota) rateLimiter.recordQuota(quota);
  if (await isRefused(behaviour, reply)) return { kind: "unauthorized", reply };
  const { parseLimit = async (response, now) => parseRateLimit(response, now) } = behaviour;
  const limit = reply.status < 400 ? undefined : await parseLimit(toResponse(reply), clock.now());
  if (limit) return { kind: "rate-limited", limit };
  if (reply.status < 500) return { kind: "ok", reply };
  throw new UnavailableError(`Cannot reach ${name}: it answered with status ${reply.status}`);
}

async function isRefused(behaviour: ServiceBehaviour, reply: BufferedResponse): Promise<boolean> {
  if (reply.status === 401) return !(await behaviour.isPermissionMissing?.(toResponse(reply)));
  return (await behaviour.isCredentialRefused?.(toResponse(reply))) ?? false;
}

function pathOf({ url }: ApiRequest): string {
  return new URL(url).pathname;
}

/**
 * Follows a redirect only when it cannot carry the credential: browsers remove `Authorization` from redirects to
 * another origin (Fetch, HTTP-redirect fetch, step 13), but not a vendor's own headers.
 */
function toInit(
  request: ApiRequest,
  { headers, followsRedirects }: SignedHeaders,
): RequestInit & { url: string } {
  return {
    ...request,
    headers,
    redirect: followsRedirects ? "follow" : "error",
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
  };
}

async function waitUntil(
  { clock, wait, name, budget, locale }: RequestDeps,
  until: number,
  signal: AbortSignal,
): Promise<void> {
  const now = clock.now();
  if (until - now > MAX_WAIT_MS && !budget?.uncommitted) {
    throw new WaitError(
      until,
      `${name} allows no more requests for now: Atlas goes on at ${formatTime(until, { now, locale })}`,
    );
  }
  await wait(until - now, signal);
}

/**
 * The end of the pause after a rate limit reply; with full jitter and exponential backoff when the vendor names no
 * time.
 */
function computeBlockUntil(
  { clock, random }: RequestDeps,
  attempts: AttemptCounts,
  { retryAfterMs }: RateLimitReply,
): number {
  const now = clock.now();
  // Never zero: a vendor that always replies "now" would be called without end.
  const minimumMs = ++attempts.limitReplies > MAX_LIMIT_REPLIES ? EXHAUSTED_PAUSE_MS : MIN_PAUSE_MS;
  if (retryAfterMs !== undefined) return now + Math.max(retryAfterMs, minimumMs);
  return now + minimumMs + fullJitter(random, { first: MIN_PAUSE_MS, times: attempts.limitReplies });
}

async function renewOnce(
  { signer }: RequestDeps,
  attempts: AttemptCounts,
  refused: SignedHeaders,
): Promise<void> {
  if (attempts.renewed) throw signer.createSignInError();
  attempts.renewed = true;
  await signer.renew(refused);
}

/** Waits after a transient failure; rethrows other failures and the last one. */
async function waitToRetry(
  { breaker, random, wait }: RequestDeps,
  attempts: AttemptCounts,
  { thrown, signal }: { readonly thrown: unknown; readonly signal: AbortSignal },
): Promise<void> {
  signal.throwIfAborted();
  const isTransient = hasCode(thrown, "unavailable") && breaker.state() !== "open";
  if (!isTransient || ++attempts.failures > MAX_RETRIES) throw thrown;
  await wait(fullJitter(random, { first: INITIAL_RETRY_MS, times: attempts.failures }), signal);
}

/**
 * "Full jitter" (Brooker, "Exponential Backoff And Jitter", AWS 2015): a random time up to a ceiling that doubles.
 */
function fullJitter(random: () => number, { first, times }: { first: number; times: number }): number {
  return Math.round(random() * first * 2 ** times);
}
