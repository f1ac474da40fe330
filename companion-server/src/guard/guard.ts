import { createHash, timingSafeEqual } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { ApiError } from "../http/api-error";
import { skipLogging } from "../http/request-log";
import { createRateLimiter } from "./rate-limiter";

export interface GuardDeps {
  readonly token: string;
  /** Any extension's where empty. */
  readonly extensionIds: readonly string[];
  /** Beside this computer's own names. */
  readonly allowedHosts: readonly string[];
  readonly requestsPerMinute: number;
  readonly now: () => number;
}

const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];
/** Requests that are not let in. The token is far too long to be guessed; this keeps the log short. */
const UNAUTHENTICATED_LIMIT = { burst: 10, perMinute: 10 };

/**
 * Lets in who calls the companion by a name of its own, from no web page, not too often, and with the pairing token.
 * The order matters: a web page learns nothing but that it is refused.
 */
export function guard(deps: GuardDeps): readonly MiddlewareHandler[] {
  const { token, extensionIds, allowedHosts, requestsPerMinute: perMinute, now } = deps;
  const requests = createRateLimiter({ burst: Math.ceil(perMinute / 4), perMinute, now });
  const unauthenticated = createRateLimiter({ ...UNAUTHENTICATED_LIMIT, now });
  const names = new Set([...LOCAL_HOSTS, ...allowedHosts]);
  /** The seconds to wait for somebody who is not let in; what comes before is not written down. */
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
      // A page whose name was pointed at this computer (DNS rebinding) still sends its own name.
      if (!names.has(readHost(context)))
        refuse(context, "The companion is not called by this name", "host_not_allowed");
      const origin = context.req.header("origin");
      if (origin !== undefined && !isAllowed(origin, extensionIds))
        refuse(context, "Web pages and other extensions are not let in", "origin_not_allowed");
      await next();
      if (origin !== undefined) allowOrigin(context, origin);
    },
    async (context, next) => {
      // Asks whether it may come; the token comes with the request itself.
      if (context.req.method === "OPTIONS") return context.body(null, 204);
      const shown = /^Bearer (.+)$/i.exec(context.req.header("authorization") ?? "")?.[1] ?? "";
      if (isSameToken(shown, token)) {
        enforceLimit(requests.take(readClientAddress(context)), "The companion is asked too often");
        return next();
      }
      // Counted apart: a page that asks in vain (a picture's address is enough) must not use up what the person has.
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

/** CORS, for pages of the extension that has no permission for this host yet. */
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

/** Compares in a time that says nothing of where two tokens differ, nor of their lengths. */
function isSameToken(shown: string, expected: string): boolean {
  return timingSafeEqual(digest(shown), digest(expected));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
