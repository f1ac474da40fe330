import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import packageJson from "../package.json" with { type: "json" };
import { type ChatLimits, chatRoute } from "./chat/chat-route";
import type { Settings } from "./config/settings";
import { guard } from "./guard/guard";
import { ApiError, toErrorResponse } from "./http/api-error";
import { requestLog, type WriteLog } from "./http/request-log";
import { createModelDirectory } from "./models/model-directory";
import { VENDORS } from "./models/vendors";
import { oauthRoutes } from "./oauth/oauth-routes";

export interface AppDeps {
  readonly settings: Settings;
  readonly token: string;
  readonly writeLog: WriteLog;
  readonly fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly limits?: ChatLimits;
}

/** Enough for a prompt that fills the largest context window, about four million characters. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;

/** All routes of the companion. */
export function createApp({ settings, token, writeLog, fetch, now, limits }: AppDeps): Hono {
  const { vendors, apps, extensionIds } = settings;
  const directory = createModelDirectory({ vendors, fetch, now });
  const app = new Hono();
  app.use(requestLog(writeLog, now));
  for (const check of guard({ ...settings, token, now })) app.use(check);
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: toBodyTooLarge }));

  app.get("/health", (context) =>
    context.json({
      status: "ok",
      server: packageJson.name,
      version: packageJson.version,
      vendors: vendors.map(({ vendor }) => vendor.id),
      apps: apps.map(({ provider }) => provider.id),
    }),
  );
  app.get("/v1/models", async (context) => {
    const { models, problems } = await directory.list();
    return context.json({
      object: "list",
      // In addition to OpenAI's fields.
      server: packageJson.name,
      data: models,
      problems: vendors.length > 0 ? problems : [{ message: formatNoVendor() }],
    });
  });
  app.post("/v1/chat/completions", chatRoute({ directory, now, ...(limits && { limits }) }));
  app.route("/oauth", oauthRoutes({ apps, extensionIds, fetch, now }));

  app.notFound(() =>
    toErrorResponse(new ApiError(404, "There is nothing at this address", { code: "not_found" })),
  );
  app.onError((error, context) => {
    if (error instanceof ApiError) return toErrorResponse(error);
    // The client disconnected.
    if (context.req.raw.signal.aborted) return new Response(null, { status: 499 });
    return toErrorResponse(
      new ApiError(500, `The companion failed (${error.name})`, { code: "internal_error" }),
    );
  });
  return app;
}

/** A hint for a companion without keys. */
export function formatNoVendor(): string {
  const variables = VENDORS.map(({ keyVariables }) => keyVariables[0]);
  return `The companion has no key of a vendor of models: set ${new Intl.ListFormat("en", { type: "disjunction" }).format(variables)}`;
}

function toBodyTooLarge(): Response {
  return toErrorResponse(
    new ApiError(413, `The body is larger than ${MAX_BODY_BYTES / 1024 / 1024} MB`, {
      code: "request_too_large",
    }),
  );
}
