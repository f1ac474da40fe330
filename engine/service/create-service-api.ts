import PQueue from "p-queue";
import type { Auth } from "../auth/auth";
import type { ConnectorDeclaration } from "../connectors/connector";
import type { ServiceBehaviour } from "../connectors/service";
import type { Source } from "../model/source";
import type { Clock } from "../ports/clock";
import type { Fetch } from "../ports/fetch";
import type { LimitRecords } from "../ports/limit-records";
import type { WebAuth } from "../ports/web-auth";
import type { Wait } from "../util/wait";
import type { Vault } from "../vault/vault";
import { requireAllowedUrl } from "./allowed-url";
import { createBreaker } from "./limits/create-breaker";
import { createRateLimiter } from "./limits/create-rate-limiter";
import { createSigner } from "./request/create-signer";
import { runRequest } from "./request/run-request";
import type { RequestBudget, ServiceApi } from "./service-api";

export interface ServiceApiDeps {
  readonly source: Pick<Source, "id" | "settings">;
  /** Must have `service`. */
  readonly declaration: ConnectorDeclaration;
  readonly service: ServiceBehaviour;
  readonly fetch: Fetch;
  readonly vault: Pick<Vault, "get" | "put">;
  readonly auth: Pick<Auth, "refresh">;
  readonly clock: Clock;
  readonly wait: Wait;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** BCP 47 tag of the language for times of day in messages. */
  readonly locale: string;
  readonly records: LimitRecords;
  /** Absent when the browser has no sign-in of its own. */
  readonly webAuth?: WebAuth;
}

/** Atlas only reads: a POST is a query (GraphQL, search), so every request may be repeated. */
const METHODS = new Set(["GET", "HEAD", "POST"]);

/**
 * The API access of one source. There must be only one per source at a time, because its requests share renewals, the
 * breaker and the slots. Limits persist in their records.
 */
export function createServiceApi(deps: ServiceApiDeps): ServiceApi {
  const { source, declaration, service: behaviour, clock } = deps;
  const { name, service } = declaration;
  if (service === undefined) throw new TypeError(`Connector "${declaration.id}" declares no service`);
  const rateLimiter = createRateLimiter({ ...deps, sourceId: source.id, limits: service.limits });
  const breaker = createBreaker({ clock, name, locale: deps.locale });
  const signer = createSigner({ ...deps, sourceId: source.id, name, declaration: service, behaviour });
  const slots = new PQueue({ concurrency: service.concurrent });
  const requestDeps = { ...deps, name, behaviour, rateLimiter, breaker, signer, slots };
  const fetchWith =
    (budget: { readonly budget?: RequestBudget }): Fetch =>
    async (url, init = {}) => {
      const { method = "GET", body, signal, headers } = init;
      if (!METHODS.has(method)) throw new TypeError(`Cannot send ${method} to ${name}: Atlas only reads`);
      if (body != null && typeof body !== "string")
        throw new TypeError("A body must be text, to be sent again");
      const { href } = requireAllowedUrl(url, { name, service, settings: source.settings });
      const request = { url: href, method, headers: new Headers(headers), ...(body != null && { body }) };
      return runRequest({ ...requestDeps, ...budget }, request, signal ?? new AbortController().signal);
    };
  return {
    fetch: fetchWith({}),
    fetchWithin: (budget) => fetchWith({ budget }),
    status: async () => ({ ...(await rateLimiter.status()), breaker: breaker.state() }),
    close: () => signer.close(),
  };
}
