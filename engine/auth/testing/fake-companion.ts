import type { FakeOAuthServer } from "./fake-oauth-server";

export interface FakeCompanionOptions {
  readonly now: () => number;
  /** By the provider's name in the address. */
  readonly providers: Readonly<Record<string, FakeProvider>>;
}

interface FakeProvider {
  readonly server: FakeOAuthServer;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The person's companion server: knows each app's secret and speaks to the vendor with it. */
export function createFakeCompanion({ now, providers }: FakeCompanionOptions) {
  return async (request: Request): Promise<Response> => {
    const [, name = "", action] =
      /\/oauth\/([^/]+)\/(token|refresh)$/.exec(new URL(request.url).pathname) ?? [];
    const provider = providers[name];
    if (provider === undefined || request.method !== "POST")
      return new Response("Not Found", { status: 404 });
    const asked = (await request.json()) as Record<string, string>;
    const form =
      action === "token"
        ? {
            grant_type: "authorization_code",
            code: asked.code ?? "",
            redirect_uri: asked.redirectUri ?? "",
            code_verifier: asked.codeVerifier ?? "",
          }
        : { grant_type: "refresh_token", refresh_token: asked.refreshToken ?? "" };
    const reply = await provider.server.handle(
      new Request(provider.tokenUrl, {
        method: "POST",
        body: new URLSearchParams(form),
        headers: { authorization: `Basic ${btoa(`${provider.clientId}:${provider.clientSecret}`)}` },
      }),
    );
    const body = (await reply.json()) as Record<string, unknown>;
    if (!reply.ok) return Response.json({ error: body.error }, { status: reply.status });
    return Response.json({
      accessToken: body.access_token,
      refreshToken: body.refresh_token,
      ...(typeof body.expires_in === "number" && { expiresAt: now() + body.expires_in * 1000 }),
    });
  };
}
