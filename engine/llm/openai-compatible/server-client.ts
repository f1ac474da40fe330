import type * as z from "zod";
import { hasCode } from "../../errors/error-code";
import { SettingsError } from "../../errors/settings-error";
import type { Fetch } from "../../ports/fetch";
import { wait as platformWait, type Wait } from "../../util/wait";
import { withTimeout } from "../../util/with-timeout";

/** How long a server may take to list its models; a model that is loading does not delay that. */
const TIMEOUT_MS = 4_000;

export interface ServerAddress {
  /** Ends without a slash: "http://localhost:11434/v1". */
  readonly api: string;
  /** `api` without its last "/v1", where servers have further endpoints. */
  readonly root: string;
  readonly host: string;
  readonly hostname: string;
}

/** Parses the address that a person entered; without a path it gets "/v1". SettingsError when it cannot be used. */
export function parseAddress(baseUrl: string): ServerAddress {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new SettingsError(`Cannot use the address "${baseUrl}": it must begin with http:// or https://`);
  const path = url.pathname.replace(/\/+$/, "") || "/v1";
  const api = url.origin + path;
  return { api, root: api.replace(/\/v1$/, ""), host: url.host, hostname: url.hostname };
}

/** `status` 0: it could not be reached, or the request timed out. */
export type ServerResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number };

export interface ModelServerClient {
  readonly address: ServerAddress;
  /** A `status` of 200 without `ok` is a reply of another shape. Rejects only with the signal's reason. */
  fetchJson<T>(
    url: string,
    schema: z.ZodType<T>,
    options: { signal: AbortSignal; body?: object },
  ): Promise<ServerResult<T>>;
  /** Sends the key, to this server alone. */
  readonly send: Fetch;
  readonly wait: Wait;
}

export interface ServerClientDeps {
  readonly address: ServerAddress;
  readonly fetch: Fetch;
  readonly apiKey: () => Promise<string | undefined>;
  /** The timer of the platform where absent. */
  readonly wait?: Wait;
}

export function createServerClient(deps: ServerClientDeps): ModelServerClient {
  const { address, apiKey, wait = platformWait } = deps;

  const send: Fetch = async (url, { method = "GET", body, signal } = {}) => {
    const key = await apiKey();
    const headers = {
      ...(body && { "content-type": "application/json" }),
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    };
    return deps.fetch(url, {
      method,
      headers,
      ...(body && { body }),
      ...(signal && { signal }),
      // No redirects: a reply must not name another host.
      redirect: "error",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
    });
  };

  return {
    address,
    send,
    wait,
    fetchJson: async (url, schema, { signal, body }) => {
      try {
        return await withTimeout({ wait, milliseconds: TIMEOUT_MS, signal }, async (combined) => {
          const response = await send(url, {
            signal: combined,
            ...(body && { method: "POST", body: JSON.stringify(body) }),
          });
          if (!response.ok) return { ok: false, status: response.status };
          const { data } = schema.safeParse(await response.json());
          return data === undefined ? { ok: false, status: response.status } : { ok: true, value: data };
        });
      } catch (error) {
        signal.throwIfAborted();
        // A locked vault is not an error of the server.
        if (hasCode(error, "locked")) throw error;
        return { ok: false, status: error instanceof SyntaxError ? 200 : 0 };
      }
    },
  };
}
