import PQueue from "p-queue";
import type { Auth } from "../auth/auth";
import type { ConnectorDeclaration } from "../connectors/connector";
import type { ServiceBehaviour } from "../connectors/service";
import type { Source } from "../model/source";
import type { Clock } from "../ports/clock";
import type { Fetch } from "../ports/fetch";
import type { WebAuth } from "../ports/web-auth";
import type { Wait } from "../util/wait";
import type { Vault } from "../vault/vault";
import { createBreaker } from "./create-breaker";
import { createMeter } from "./create-meter";
import { createSigner } from "./create-signer";
import { runRequest } from "./run-request";
import type { Effort, LimitRecords, ServiceApi } from "./service-api";
import { allowedTarget } from "./target";

export interface ServiceApiOptions {
  readonly source: Pick<Source, "id" | "settings">;
  /** Its `service` must be there. */
  readonly declaration: ConnectorDeclaration;
  readonly service: ServiceBehaviour;
  readonly fetch: Fetch;
  readonly vault: Pick<Vault, "get" | "put">;
  readonly auth: Pick<Auth, "refresh">;
  readonly clock: Clock;
  readonly wait: Wait;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly records: LimitRecords;
  /** Absent where the browser has no sign-in of its own. */
  readonly webAuth?: WebAuth;
}

/** Atlas only reads: what is posted is a question (GraphQL, search), so every request may be sent again. */
const METHODS = new Set(["GET", "HEAD", "POST"]);

/**
 * One source's way to its vendor. One a source at a time: it shares refreshes, the breaker and the places of
 * requests under way. Limits outlive it in their records.
 */
export function createServiceApi(options: ServiceApiOptions): ServiceApi {
  const { source, declaration, service: behaviour, clock } = options;
  const { name, service } = declaration;
  if (service === undefined) throw new TypeError(`Connector "${declaration.id}" declares no service`);
  const meter = createMeter({ ...options, sourceId: source.id, limits: service.limits });
  const breaker = createBreaker({ clock, name });
  const signer = createSigner({ ...options, sourceId: source.id, name, declaration: service, behaviour });
  const places = new PQueue({ concurrency: service.concurrent });
  const parts = { ...options, name, behaviour, meter, breaker, signer, places };
  const fetchWith =
    (effort: { readonly effort?: Effort }): Fetch =>
    async (url, init = {}) => {
      const { method = "GET", body, signal, headers } = init;
      if (!METHODS.has(method)) throw new TypeError(`Cannot send ${method} to ${name}: Atlas only reads`);
      if (body != null && typeof body !== "string")
        throw new TypeError("A body must be text, to be sent again");
      const { href } = allowedTarget(url, { name, service, settings: source.settings });
      const request = { url: href, method, headers: new Headers(headers), ...(body != null && { body }) };
      return runRequest({ ...parts, ...effort }, request, signal ?? new AbortController().signal);
    };
  return {
    fetch: fetchWith({}),
    fetchFor: (effort) => fetchWith({ effort }),
    status: async () => ({ ...(await meter.status()), breaker: breaker.state() }),
    close: () => signer.close(),
  };
}
