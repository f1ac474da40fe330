import type { FakeOAuthServer } from "./fake-oauth-server";

export interface FakeCompanionOptions {
  readonly now: () => number;
  /** Requests without this token are rejected. */
  readonly token: string;
  /** By the provider's name in the address. */
  readonly providers: Readonly<Record<string, FakeProvider>>;
}

interface FakeProvider {
  readonly server: FakeOAuthServer;
  readonly tokenUrl: string;
  /** Absent when the vendor has none. */
  readonly revokeUrl?: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A companion server after companion-server/README.md: it stores each app's secret and sends it to the vendor. */
export function createFakeCompanion({ now, token, providers }: FakeCompanionOptions) {
  return async (request: Request): Promise<Response> => {
    if (request.headers.get("authorization") !== `Bearer ${token}`)
      return createErrorReply(401, "invalid_pairing_token");
    const [, name = "", action] =
      /\/oauth\/([^/]+)\/(token|refresh|revoke)$/.exec(new URL(request.url).pathname) ?? [];
    const provider = providers[name];
    if (provider === undefined || request.method !== "POST")
      return createErrorReply(404, "provider_not_configured");
    const asked = (await request.json()) as Record<string, string>;
    if (action === "revoke") return revoke(provider, asked);
    const reply = await postToVendor(provider, provider.tokenUrl, toForm(asked));
    const body = (await reply.json()) as Record<string, unknown>;
    if (!reply.ok) return Response.json({ error: body.error }, { status: 400 });
    return Response.json({
      accessToken: body.access_token,
      refreshToken: body.refresh_token,
      ...(typeof body.expires_in === "number" && { expiresAt: now() + body.expires_in * 1000 }),
    });
  };
}

function toForm({ code, redirectUri = "", codeVerifier = "", refreshToken = "" }: Record<string, string>) {
  return code === undefined
    ? { grant_type: "refresh_token", refresh_token: refreshToken }
    : { grant_type: "authorization_code", code, redirect_uri: redirectUri, code_verifier: codeVerifier };
}

async function revoke(provider: FakeProvider, body: Record<string, string>): Promise<Response> {
  const { revokeUrl } = provider;
  if (revokeUrl !== undefined) await postToVendor(provider, revokeUrl, { token: body.accessToken ?? "" });
  return Response.json({ revoked: revokeUrl !== undefined });
}

function postToVendor(
  { server, clientId, clientSecret }: FakeProvider,
  url: string,
  form: Record<string, string>,
) {
  const headers = { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` };
  return server.handle(new Request(url, { method: "POST", body: new URLSearchParams(form), headers }));
}

function createErrorReply(status: number, code: string): Response {
  return Response.json(
    { error: { message: code, type: "invalid_request_error", param: null, code } },
    { status },
  );
}
