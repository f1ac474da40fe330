import { type Context, Hono } from "hono";
import type * as z from "zod";
import { ApiError } from "../http/api-error";
import { readJson } from "../http/read-json";
import {
  type ExchangeDeps,
  exchangeCode,
  OAuthRefusal,
  refreshRequest,
  refreshTokens,
  revokeRequest,
  revokeTokens,
  tokenRequest,
} from "./exchange";
import { type OAuthApp, PROVIDERS } from "./providers";

export interface OAuthDeps {
  readonly apps: readonly OAuthApp[];
  /** Empty allows any extension. */
  readonly extensionIds: readonly string[];
  readonly fetch: typeof fetch;
  readonly now: () => number;
}

/** `POST /{provider}/token`, `/refresh`, `/revoke`: the steps of a sign-in that need the app's secret. */
export function oauthRoutes(deps: OAuthDeps): Hono {
  const { extensionIds } = deps;
  const route =
    <T>(
      schema: z.ZodType<T>,
      work: (app: OAuthApp, body: T, exchangeDeps: ExchangeDeps) => Promise<object>,
    ) =>
    async (context: Context): Promise<Response> => {
      const app = findApp(deps.apps, context.req.param("provider") ?? "");
      const body = await readJson(context, schema);
      const exchangeDeps = { fetch: deps.fetch, now: deps.now, signal: context.req.raw.signal };
      return respond(context, work(app, body, exchangeDeps));
    };
  return new Hono()
    .post(
      "/:provider/token",
      route(tokenRequest, async (app, body, exchangeDeps) => {
        checkRedirect(body.redirectUri, extensionIds);
        return exchangeCode(app, body, exchangeDeps);
      }),
    )
    .post("/:provider/refresh", route(refreshRequest, refreshTokens))
    .post(
      "/:provider/revoke",
      route(revokeRequest, async (app, body, exchangeDeps) => ({
        revoked: await revokeTokens(app, body, exchangeDeps),
      })),
    );
}

async function respond(context: Context, result: Promise<object>): Promise<Response> {
  context.header("cache-control", "no-store");
  try {
    return context.json(await result);
  } catch (error) {
    if (error instanceof OAuthRefusal) return context.json({ error: error.error }, 400);
    throw error;
  }
}

function findApp(apps: readonly OAuthApp[], id: string): OAuthApp {
  const app = apps.find(({ provider }) => provider.id === id);
  if (app) return app;
  const known = PROVIDERS.find((provider) => provider.id === id);
  if (!known) throw new ApiError(404, "There is no such provider", { code: "unknown_provider" });
  throw new ApiError(
    404,
    `The companion has no app at ${known.name}: set ${known.clientIdVariable} and ${known.clientSecretVariable}`,
    { code: "provider_not_configured", param: known.clientSecretVariable },
  );
}

/** Only redirect URLs of extensions are accepted. */
function checkRedirect(redirectUri: string, extensionIds: readonly string[]): void {
  const id = /^https:\/\/([a-p]{32})\.chromiumapp\.org(\/|$)/.exec(redirectUri)?.[1];
  if (id !== undefined && (extensionIds.length === 0 || extensionIds.includes(id))) return;
  throw new ApiError(403, "The redirect address is not one of an extension the companion answers", {
    code: "redirect_not_allowed",
    param: "redirectUri",
  });
}
