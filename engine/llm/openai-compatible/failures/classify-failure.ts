import type { ServerFailure } from "./server-failure";

/** What went wrong, by what the person can do about it. */
export type FailureKind =
  | "no-credit"
  | "rate-limit"
  | "out-of-memory"
  | "overflow"
  | "wrong-key"
  | "filtered"
  | "cannot-load"
  | "loading"
  | "not-loaded"
  | "not-found"
  | "crashed"
  | "overloaded"
  | "timeout"
  | "forbidden"
  | "other";

/**
 * Patterns over the words and codes of servers, the more particular first: a crash names its cause, and a limit of
 * tokens a minute is no limit of the context.
 */
const PATTERNS: readonly (readonly [FailureKind, RegExp])[] = [
  [
    "rate-limit",
    /\bper (?:second|minute|hour|day)\b|\b[TR]P[MD]\b|rate.?limit|too many requests|exceeded your current quota.*retry in \d/is,
  ],
  [
    "no-credit",
    /insufficient.{0,10}(?:quota|credit|balance|funds)|exceeded your current quota|credit balance|more credits|no credits?\b|billing|budget.{0,20}exceeded|payment required|spend(?:ing)? limit|arrears/i,
  ],
  [
    "out-of-memory",
    /out of (?:gpu |video |system |device )?memory|\boom\b|more (?:system |gpu |video )?memory|(?:insufficient|not enough|no available)[\w ]{0,20}(?:memory|resources|vram)|insufficient_system_resource|fail(?:ed|ure) to allocate|unable to allocate|allocation (?:failed|error)|bad_alloc|cudaMalloc/i,
  ],
  [
    "overflow",
    /context_length_exceeded|exceed_context_size|context.{0,3}(?:length|size|window)|maximum context|prompt is too long|(?:input|prompt|request)[\w ]{0,20}too (?:long|large)|too many (?:input |prompt )?tokens|too large for model|input token count|reduce the length|longer than the (?:model|maximum|context)/i,
  ],
  [
    "wrong-key",
    /(?:invalid|incorrect|wrong|missing|no|expired|bad)[\w' -]{0,15}(?:api.?key|auth\w*|credentials|token provided)|api.?key[\w ]{0,12}(?:invalid|not valid|expired|missing|required|incorrect)|API_KEY_INVALID|authentication_?error|unauthori[sz]ed/i,
  ],
  ["filtered", /content.?(?:filter|policy|management)|moderation|flagged|safety (?:system|settings|policy)/i],
  ["rate-limit", /RESOURCE_EXHAUSTED|throttl|quota exceeded|limit (?:reached|exceeded)|slow down/i],
  [
    "cannot-load",
    /(?:fail\w*|errors?|unable|couldn'?t|cannot|can't)(?: to| while| when)? load|timed out waiting for .{0,20}runner/i,
  ],
  [
    "not-loaded",
    /\bno models? (?:is |are |has been )?(?:currently )?loaded|(?:not|n't)[ _](?:currently |yet )?loaded|\bunloaded\b|please load/i,
  ],
  ["loading", /\bloading\b|being loaded|warming up|starting up|cold start|model is starting/i],
  [
    "not-found",
    /model_?not_?found|model_decommissioned|DeploymentNotFound|invalid[ _]model|unknown model|no such model|try pulling|no endpoints? found|not a valid model|(?:model|deployment)\b.{0,120}(?:not found|not exist|no longer|decommissioned|deprecated|retired|not available)/is,
  ],
  [
    "crashed",
    /crash|runner (?:process )?(?:has )?(?:terminated|exited|stopped|no longer)|process.{0,20}(?:terminated|exited|no longer running)|unexpected EOF|\bEOF\b|exit (?:code|status)|signal:|segmentation|EngineCore|EngineDead|engine (?:is )?dead|compute error|cuda error|channel error|has stopped/i,
  ],
  [
    "overloaded",
    /overload|busy|at capacity|capacity|queue.{0,10}full|maximum pending|temporarily unavailable|no (?:available|healthy) (?:server|upstream|deployment|worker)/i,
  ],
  ["timeout", /timed? ?out|deadline/i],
];

const STATUSES: Readonly<Record<number, FailureKind>> = {
  401: "wrong-key",
  402: "no-credit",
  403: "forbidden",
  404: "not-found",
  408: "timeout",
  413: "overflow",
  429: "rate-limit",
  503: "overloaded",
  504: "timeout",
  524: "timeout",
  529: "overloaded",
};

/** Statuses that say more than the words beside them. */
const DECISIVE = new Set([401, 402]);

export function classifyFailure({ status, words }: ServerFailure): FailureKind {
  const byStatus = STATUSES[status ?? 0];
  if (byStatus && DECISIVE.has(status ?? 0)) return byStatus;
  return PATTERNS.find(([, pattern]) => pattern.test(words))?.[0] ?? byStatus ?? "other";
}
