import { type Context, Hono } from "hono";
import type * as z from "zod";
import { ApiError } from "../api-error";
import { readJson } from "../read-json";
import {
  type ExchangeTools,
  exchangeCode,
  Refusal,
  refreshRequest,
  refreshTokens,
  revokeRequest,
  revokeTokens,
  tokenRequest,
} from "./exchange";
import { type OAuthApp, PROVIDERS } from "./providers";

export interface OAuthParts {
  readonly apps: readonly OAuthApp[];
  /** Any extension's where empty. */
  readonly extensionIds: readonly string[];
  readonly fetch: typeof fetch;
  readonly now: () => number;
}

/** `POST /{provider}/token`, `/refresh`, `/revoke`: what needs an app's secret, and nothing else of a sign-in. */
export function oauthRoutes(parts: OAuthParts): Hono {
  const { extensionIds } = parts;
  const route =
    <T>(schema: z.ZodType<T>, work: (app: OAuthApp, asked: T, tools: ExchangeTools) => Promise<object>) =>
    async (context: Context): Promise<Response> => {
      const app = findApp(parts.apps, context.req.param("provider") ?? "");
      const asked = await readJson(context, schema);
      const tools = { fetch: parts.fetch, now: parts.now, signal: context.req.raw.signal };
      return answer(context, work(app, asked, tools));
    };
  return new Hono()
    .post(
      "/:provider/token",
      route(tokenRequest, async (app, asked, tools) => {
        checkRedirect(asked.redirectUri, extensionIds);
        return exchangeCode(app, asked, tools);
      }),
    )
    .post("/:provider/refresh", route(refreshRequest, refreshTokens))
    .post(
      "/:provider/revoke",
      route(revokeRequest, async (app, asked, tools) => ({ revoked: await revokeTokens(app, asked, tools) })),
    );
}

async function answer(context: Context, work: Promise<object>): Promise<Response> {
  context.header("cache-control", "no-store");
  try {
    return context.json(await work);
  } catch (error) {
    if (error instanceof Refusal) return context.json({ error: error.error }, 400);
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

/** Codes are exchanged only for where Chrome sends people back to an extension. */
function checkRedirect(redirectUri: string, extensionIds: readonly string[]): void {
  const id = /^https:\/\/([a-p]{32})\.chromiumapp\.org(\/|$)/.exec(redirectUri)?.[1];
  if (id !== undefined && (extensionIds.length === 0 || extensionIds.includes(id))) return;
  throw new ApiError(403, "The redirect address is not one of an extension the companion answers", {
    code: "redirect_not_allowed",
    param: "redirectUri",
  });
}
