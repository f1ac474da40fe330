import { createHash, timingSafeEqual } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { ApiError } from "../http/api-error";
import { skipLogging } from "../http/request-log";
import { createRateLimiter } from "./rate-limiter";

export interface GuardDeps {
  readonly token: string;
  /** Empty allows any extension. */
  readonly extensionIds: readonly string[];
  /** In addition to the names of this computer. */
  readonly allowedHosts: readonly string[];
  readonly requestsPerMinute: number;
  readonly now: () => number;
}

const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];
/** Limit of requests without the token. The token is too long to be guessed; the limit keeps the log short. */
const UNAUTHENTICATED_LIMIT = { burst: 10, perMinute: 10 };

/**
 * Checks the `Host`, the `Origin`, the rate limit and the pairing token. The order matters: a web page learns only that
 * it is refused.
 */
export function guard(deps: GuardDeps): readonly MiddlewareHandler[] {
  const { token, extensionIds, allowedHosts, requestsPerMinute: perMinute, now } = deps;
  const requests = createRateLimiter({ burst: Math.ceil(perMinute / 4), perMinute, now });
  const unauthenticated = createRateLimiter({ ...UNAUTHENTICATED_LIMIT, now });
  const names = new Set([...LOCAL_HOSTS, ...allowedHosts]);
  /** The seconds to wait for an unauthenticated client; requests over the limit are not logged. */
  const takeUnauthenticated = (context: Context) => {
    const seconds = unauthenticated.take(readClientAddress(context));
    if (seconds > 0) skipLogging(context);
    return seconds;
  };
  const refuse = (context: Context, message: string, code: string): never => {
    takeUnauthenticated(context);
    throw new ApiError(403, message, { code });
  };

  return [
    async (context, next) => {
      // With DNS rebinding a page still sends its own name.
      if (!names.has(readHost(context)))
        refuse(context, "The companion is not called by this name", "host_not_allowed");
      const origin = context.req.header("origin");
      if (origin !== undefined && !isAllowed(origin, extensionIds))
        refuse(context, "Web pages and other extensions are not let in", "origin_not_allowed");
      await next();
      if (origin !== undefined) allowOrigin(context, origin);
    },
    async (context, next) => {
      // A preflight request carries no token.
      if (context.req.method === "OPTIONS") return context.body(null, 204);
      const shown = /^Bearer (.+)$/i.exec(context.req.header("authorization") ?? "")?.[1] ?? "";
      if (isSameToken(shown, token)) {
        enforceLimit(requests.take(readClientAddress(context)), "The companion is asked too often");
        return next();
      }
      // Counted separately: requests of a page without the token must not use up the limit of the person.
      enforceLimit(takeUnauthenticated(context), "Too many requests without the pairing token");
      throw new ApiError(401, "The pairing token is missing or wrong: enter the one the companion has", {
        code: "invalid_pairing_token",
      });
    },
  ];
}

function readHost(context: Context): string {
  const header = context.req.header("host") ?? "";
  return header.replace(/:\d+$/, "").toLowerCase();
}

function isAllowed(origin: string, extensionIds: readonly string[]): boolean {
  const id = /^chrome-extension:\/\/([a-p]{32})$/.exec(origin)?.[1];
  return id !== undefined && (extensionIds.length === 0 || extensionIds.includes(id));
}

/** CORS headers, for pages of an extension without a permission for this host. */
function allowOrigin({ res }: Context, origin: string): void {
  res.headers.set("access-control-allow-origin", origin);
  res.headers.append("vary", "origin");
  res.headers.set("access-control-allow-methods", "GET, POST");
  res.headers.set("access-control-allow-headers", "authorization, content-type");
  res.headers.set("access-control-expose-headers", "retry-after");
  res.headers.set("access-control-max-age", "600");
}

function readClientAddress(context: Context): string {
  return getConnInfo(context).remote.address ?? "unknown";
}

function enforceLimit(seconds: number, message: string): void {
  if (seconds > 0) throw new ApiError(429, message, { code: "rate_limit_exceeded", retryAfter: seconds });
}

/** Compares in constant time, which reveals neither the position of a difference nor the lengths. */
function isSameToken(shown: string, expected: string): boolean {
  return timingSafeEqual(digest(shown), digest(expected));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
