/** An error reply: status, reason and message. */
export interface GoogleErrorOptions {
  readonly status: number;
  readonly reason: string;
  readonly message: string;
  /** `status` of the newer error format: "UNAUTHENTICATED". */
  readonly state?: string;
}

/** An error reply in the older and the newer format at once. */
export function createErrorReply({ status, reason, message, state }: GoogleErrorOptions): Response {
  const error = { code: status, message, errors: [{ message, domain: "global", reason }], status: state };
  return Response.json({ error }, { status });
}

export const createNotFoundReply = (message = "Not Found"): Response =>
  createErrorReply({ status: 404, reason: "createNotFoundReply", message, state: "NOT_FOUND" });

export const createInvalidReply = (message = "Invalid Value"): Response =>
  createErrorReply({ status: 400, reason: "invalid", message, state: "INVALID_ARGUMENT" });

const createUnauthorizedReply = (): Response =>
  createErrorReply({
    status: 401,
    reason: "authError",
    message: "Request had invalid authentication credentials.",
    state: "UNAUTHENTICATED",
  });

/** 403 without a time, as Google usually replies; 429 with `Retry-After` otherwise. */
export function limitReply(seconds?: number): Response {
  const message = "User Rate Limit Exceeded";
  if (seconds === undefined)
    return createErrorReply({ status: 403, reason: "userRateLimitExceeded", message });
  const reply = createErrorReply({
    status: 429,
    reason: "rateLimitExceeded",
    message,
    state: "RESOURCE_EXHAUSTED",
  });
  reply.headers.set("Retry-After", String(seconds));
  return reply;
}

/** The access token, and the tokens that denote positions in a list or a log. */
export interface FakeGoogleTokens {
  readonly token: string;
  /** An error reply when the request has no valid token. */
  rejectUnauthorized(request: Request): Response | undefined;
  revokeTokens(): void;
  expireCursors(): void;
  /** Encodes a position as a token. */
  encode(place: string): string;
  /** Undefined for an expired or invalid token. */
  decode(token: string): string | undefined;
  /** Items from the offset in the token; undefined when it has expired. */
  page<Item>(
    items: readonly Item[],
    at: { readonly token: string | null; readonly size: number },
  ): { readonly items: readonly Item[]; readonly next?: string } | undefined;
}

export function createFakeGoogleTokens(): FakeGoogleTokens {
  let revoked = false;
  let epoch = 1;
  const token = "ya29.fake-access-token";
  const encode = (place: string) => `${epoch}~${place}`;
  const decode = (encoded: string) => {
    const [from, ...place] = encoded.split("~");
    return from === String(epoch) && place.length > 0 ? place.join("~") : undefined;
  };
  return {
    token,
    encode,
    decode,
    rejectUnauthorized: (request) =>
      revoked || request.headers.get("authorization") !== `Bearer ${token}`
        ? createUnauthorizedReply()
        : undefined,
    revokeTokens: () => {
      revoked = true;
    },
    expireCursors: () => {
      epoch++;
    },
    page: (items, { token: given, size }) => {
      const place = given === null ? "0" : decode(given);
      if (place === undefined) return undefined;
      const end = Number(place) + size;
      return {
        items: items.slice(Number(place), end),
        ...(end < items.length && { next: encode(String(end)) }),
      };
    },
  };
}

/** The fields that a request selects: "files(id,name),nextPageToken" selects `id` and `name`. */
export function pickFields<Whole extends object>(
  whole: Whole,
  fields: string | null,
  within = "",
): Partial<Whole> {
  const list = within === "" ? fields : new RegExp(`${within}\\(([^)]*)\\)`).exec(fields ?? "")?.[1];
  const requested = new Set((list ?? "").split(","));
  return Object.fromEntries(Object.entries(whole).filter(([name]) => requested.has(name))) as Partial<Whole>;
}
