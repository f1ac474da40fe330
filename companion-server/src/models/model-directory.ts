import { ApiError } from "../http/api-error";
import { findPrice } from "./find-price";
import { toApiError } from "./to-api-error";
import type { ListedModel, OpenAccess, VendorAccess } from "./vendor";
import { VENDORS } from "./vendors";

/** An entry of `GET /v1/models`: OpenAI's fields, OpenRouter's for window and price, and the host that reads the text. */
export interface ModelEntry {
  readonly id: string;
  readonly object: "model";
  /** Not all vendors report it. */
  readonly created: 0;
  readonly owned_by: string;
  readonly name: string;
  readonly context_length?: number;
  /** US dollars per token. */
  readonly pricing?: { readonly prompt: string; readonly completion: string };
  /** The host that reads the requests to the model. */
  readonly forwarded_to: string;
}

/** Why the models of a vendor are missing. */
export interface ListProblem {
  readonly vendor: string;
  readonly host: string;
  readonly message: string;
}

export interface ModelDirectory {
  /** Does not reject when a vendor fails. */
  list(): Promise<{ readonly models: readonly ModelEntry[]; readonly problems: readonly ListProblem[] }>;
  /** ApiError 404 for a vendor that is unknown or has no key. */
  open(modelId: string): {
    readonly access: VendorAccess;
    readonly model: ReturnType<VendorAccess["vendor"]["open"]>;
  };
}

export interface ModelDirectoryDeps {
  readonly vendors: readonly VendorAccess[];
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Timeout of one vendor's list, in milliseconds; the extension waits four seconds for all lists. */
  readonly timeoutMs?: number;
}

/** Lists change about weekly. */
const CACHE_MS = 10 * 60_000;

interface CachedList {
  readonly at: number;
  readonly models: readonly ModelEntry[];
}

export function createModelDirectory({
  vendors,
  fetch,
  now,
  timeoutMs = 3_000,
}: ModelDirectoryDeps): ModelDirectory {
  const cache = new Map<string, CachedList>();
  // Redirects are rejected, so that a key reaches its vendor alone.
  const strictFetch: typeof fetch = (url, init) => fetch(url, { ...init, redirect: "error" });
  const openAccess = ({ key, baseUrl }: VendorAccess): OpenAccess => ({ key, baseUrl, fetch: strictFetch });

  async function listOne(access: VendorAccess): Promise<readonly ModelEntry[]> {
    const { vendor } = access;
    const cached = cache.get(vendor.id);
    const age = now() - (cached?.at ?? 0);
    // A list of a time ahead is one of a clock that was wrong.
    if (cached && age >= 0 && age < CACHE_MS) return cached.models;
    try {
      const found = await vendor.list(openAccess(access), AbortSignal.timeout(timeoutMs));
      const models = found.map((model) => toEntry(model, access));
      cache.set(vendor.id, { at: now(), models });
      return models;
    } catch (thrown) {
      const error = toApiError(thrown, access);
      // An unavailable vendor keeps its last list; a vendor that rejects the key has none.
      if (cached && !(error instanceof ApiError && error.details.code === "upstream_key_rejected"))
        return cached.models;
      throw error;
    }
  }

  return {
    list: async () => {
      const lists = await Promise.allSettled(vendors.map(listOne));
      return {
        models: lists.flatMap((list) => (list.status === "fulfilled" ? list.value : [])),
        problems: lists.flatMap((list, at) => {
          const access = vendors[at];
          return list.status === "rejected" && access ? [toProblem(list.reason, access)] : [];
        }),
      };
    },
    open: (modelId) => {
      const cut = modelId.indexOf("/");
      const [vendorId, name] = cut < 0 ? ["", modelId] : [modelId.slice(0, cut), modelId.slice(cut + 1)];
      const access = vendors.find(({ vendor }) => vendor.id === vendorId);
      if (!access || name === "") throw toModelNotFound(vendorId);
      return { access, model: access.vendor.open(name, openAccess(access)) };
    },
  };
}

function toEntry({ name, title, contextTokens }: ListedModel, { vendor, baseUrl }: VendorAccess): ModelEntry {
  const price = findPrice(vendor.id, name);
  return {
    id: `${vendor.id}/${name}`,
    object: "model",
    created: 0,
    owned_by: vendor.id,
    name: title ?? name,
    ...(contextTokens !== undefined && { context_length: contextTokens }),
    ...(price && { pricing: { prompt: perToken(price.input), completion: perToken(price.output) } }),
    forwarded_to: new URL(baseUrl).host,
  };
}

function toProblem(reason: unknown, { vendor, baseUrl }: VendorAccess): ListProblem {
  const message =
    reason instanceof ApiError ? reason.message : `${vendor.name} did not list its models in time`;
  return { vendor: vendor.id, host: new URL(baseUrl).host, message };
}

/** In decimal notation instead of 1.5e-7. */
function perToken(perMillion: number): string {
  return (perMillion / 1e6).toFixed(10).replace(/0+$/, "");
}

function toModelNotFound(vendorId: string): ApiError {
  const known = VENDORS.find(({ id }) => id === vendorId);
  if (known)
    return new ApiError(404, `The companion has no key for ${known.name}: set ${known.keyVariables[0]}`, {
      code: "model_not_found",
      param: known.keyVariables[0],
    });
  const ids = VENDORS.map(({ id }) => `${id}/…`).join(", ");
  return new ApiError(404, `There is no such model: ids begin with ${ids}`, {
    code: "model_not_found",
    param: "model",
  });
}
