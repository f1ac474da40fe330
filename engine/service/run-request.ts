import type PQueue from "p-queue";
import type { LimitReply, ServiceBehaviour } from "../connectors/service";
import { hasCode } from "../errors/error-code";
import { UnavailableError } from "../errors/unavailable-error";
import { WaitError } from "../errors/wait-error";
import type { Clock } from "../ports/clock";
import type { Fetch } from "../ports/fetch";
import type { Wait } from "../util/wait";
import type { Breaker } from "./create-breaker";
import type { Meter } from "./create-meter";
import type { Signed, Signer } from "./create-signer";
import { limitOfStatus } from "./limit-of";
import { type Reply, toResponse } from "./reply";
import { sayTime } from "./say-time";
import { send } from "./send";
import type { Effort } from "./service-api";

export interface RequestParts {
  readonly name: string;
  readonly behaviour: ServiceBehaviour;
  readonly meter: Meter;
  readonly breaker: Breaker;
  readonly signer: Signer;
  /** As many as the vendor likes under way at once. */
  readonly places: PQueue;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly random: () => number;
  /** Absent for a request that stands by itself. */
  readonly effort?: Effort;
}

export interface ApiRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string;
}

/**
 * A longer pause until the next turn ends the run instead, which is due again when it is over; unless that would
 * throw an effort away. Several pauses may follow each other: requests of one page queue up behind a slow limit, and
 * must all come through some time.
 */
const LONGEST_WAIT_MS = 20_000;
const RETRIES = 3;
const FIRST_RETRY_MS = 500;
/** Replies that say "slower" before the run ends. */
const LIMITS = 5;
const FIRST_LIMIT_MS = 1_000;
const LAST_LIMIT_MS = 60_000;

/** What one request has been through. */
interface Tally {
  failures: number;
  limits: number;
  renewed: boolean;
}

/** What one turn came to. */
type Outcome =
  | { readonly kind: "early"; readonly until: number }
  | { readonly kind: "limited"; readonly limit: LimitReply }
  | { readonly kind: "refused" | "fine"; readonly reply: Reply };

/** See `ConnectorContext.api`: sends the request until there is a reply for the connector, or no hope. */
export async function runRequest(
  parts: RequestParts,
  request: ApiRequest,
  signal: AbortSignal,
): Promise<Response> {
  const tally: Tally = { failures: 0, limits: 0, renewed: false };
  for (;;) {
    signal.throwIfAborted();
    const signed = await parts.signer.sign(request.headers);
    try {
      // The place is free again while this request waits for its turn.
      const outcome = await parts.places.add(() => takeTurn(parts, { request, signed }, signal), { signal });
      if (outcome.kind === "fine") return toResponse(outcome.reply);
      if (outcome.kind === "early") await waitUntil(parts, outcome.until, signal);
      if (outcome.kind === "limited") {
        await parts.meter.block(pathOf(request), pauseEnd(parts, tally, outcome.limit));
      }
      if (outcome.kind === "refused") await renew(parts, tally, signed);
    } catch (thrown) {
      await waitToRetry(parts, tally, { thrown, signal });
    }
  }
}

async function takeTurn(
  parts: RequestParts,
  { request, signed }: { readonly request: ApiRequest; readonly signed: Signed },
  signal: AbortSignal,
): Promise<Outcome> {
  const { meter, breaker, effort = { asked: 0 } } = parts;
  const until = await meter.take(pathOf(request));
  if (until !== undefined) return { kind: "early", until };
  // Counted while it is under way, too: requests of one page go at once, and the first must not be for nothing.
  effort.asked++;
  let isFine = false;
  try {
    const outcome = await breaker.run(() => exchange(parts, { request, signed }, signal));
    isFine = outcome.kind === "fine";
    return outcome;
  } finally {
    if (!isFine) effort.asked--;
  }
}

/** Sends the request and judges the reply. */
async function exchange(
  parts: RequestParts,
  { request, signed }: { readonly request: ApiRequest; readonly signed: Signed },
  signal: AbortSignal,
): Promise<Outcome> {
  const { meter, behaviour, clock, name } = parts;
  const reply = await send(parts, toInit(request, signed), signal);
  const quota = behaviour.quotaOf?.(reply.headers, clock.now());
  if (quota) meter.note(quota);
  const refused = reply.status === 401 || (await behaviour.refusesCredential?.(toResponse(reply)));
  if (refused) return { kind: "refused", reply };
  const { limitOf = limitOfStatus } = behaviour;
  const limit = reply.status < 400 ? undefined : await limitOf(toResponse(reply), clock.now());
  if (limit) return { kind: "limited", limit };
  if (reply.status < 500) return { kind: "fine", reply };
  throw new UnavailableError(`Cannot reach ${name}: it answered with status ${reply.status}`);
}

function pathOf({ url }: ApiRequest): string {
  return new URL(url).pathname;
}

/**
 * A redirect is followed only where the credential cannot come along: a browser takes `Authorization` off on the
 * way to another origin (Fetch, HTTP-redirect fetch, step 13), but no header of the vendor's own making.
 */
function toInit(request: ApiRequest, { headers, followsRedirects }: Signed): RequestInit & { url: string } {
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
  { clock, wait, name, effort }: RequestParts,
  until: number,
  signal: AbortSignal,
): Promise<void> {
  const now = clock.now();
  if (until - now > LONGEST_WAIT_MS && !effort?.asked) {
    throw new WaitError(
      until,
      `${name} allows no more requests for now: Atlas goes on at ${sayTime(until, now)}`,
    );
  }
  await wait(until - now, signal);
}

/** When to go on after the vendor asked for a pause; with full jitter and ever later where it does not say. */
function pauseEnd({ clock, random }: RequestParts, tally: Tally, { retryAfterMs }: LimitReply): number {
  const now = clock.now();
  // Never nothing: a vendor that always says "now" would be asked without end.
  const least = ++tally.limits > LIMITS ? LAST_LIMIT_MS : FIRST_LIMIT_MS;
  if (retryAfterMs !== undefined) return now + Math.max(retryAfterMs, least);
  return now + least + jitter(random, { first: FIRST_LIMIT_MS, times: tally.limits });
}

async function renew({ signer }: RequestParts, tally: Tally, refused: Signed): Promise<void> {
  if (tally.renewed) throw signer.refusal();
  tally.renewed = true;
  await signer.renew(refused);
}

/** Waits a little after a failure that may pass, and throws the others and the last. */
async function waitToRetry(
  { breaker, random, wait }: RequestParts,
  tally: Tally,
  { thrown, signal }: { readonly thrown: unknown; readonly signal: AbortSignal },
): Promise<void> {
  signal.throwIfAborted();
  const isTransient = hasCode(thrown, "unavailable") && breaker.state() !== "open";
  if (!isTransient || ++tally.failures > RETRIES) throw thrown;
  await wait(jitter(random, { first: FIRST_RETRY_MS, times: tally.failures }), signal);
}

/** "Full jitter" (Brooker, "Exponential Backoff And Jitter", AWS 2015): anything up to a ceiling that doubles. */
function jitter(random: () => number, { first, times }: { first: number; times: number }): number {
  return Math.round(random() * first * 2 ** times);
}
