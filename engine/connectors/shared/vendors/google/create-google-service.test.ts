import { describe, expect, test } from "vitest";
import { createGoogleService } from "./create-google-service";
import { createErrorReply, limitReply } from "./testing/google-replies";
import { toGoogleError } from "./to-google-error";

const { parseLimit } = createGoogleService(async () => ({ id: "", name: "" }));
const url = "https://www.googleapis.com/drive/v3/files/1";

const createRefusal = (status: number, reason: string) => createErrorReply({ status, reason, message: "No" });

describe("parseLimit()", () => {
  test.each(["rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "dailyLimitExceeded"])(
    "takes 403 with %s for a rate limit",
    async (reason) => {
      expect(await parseLimit?.(createRefusal(403, reason), 0)).toEqual({});
    },
  );

  test("takes no other 403 for a rate limit", async () => {
    expect(await parseLimit?.(createRefusal(403, "insufficientFilePermissions"), 0)).toBeUndefined();
    expect(await parseLimit?.(new Response("<html>", { status: 403 }), 0)).toBeUndefined();
  });

  test("reads the waiting time where Google gives one", async () => {
    expect(await parseLimit?.(limitReply(7), 0)).toEqual({ retryAfterMs: 7_000 });
  });

  test("leaves a server error to be retried", async () => {
    expect(await parseLimit?.(createRefusal(503, "backendError"), 0)).toBeUndefined();
  });
});

describe("toGoogleError()", () => {
  test.each([
    [404, "notFound", "not-found"],
    [410, "deleted", "not-found"],
    [403, "insufficientFilePermissions", "not-found"],
    [403, "accessNotConfigured", "settings"],
    [403, "insufficientPermissions", "sign-in"],
    [403, "exportSizeLimitExceeded", "skip-item"],
    [403, "cannotDownloadFile", "skip-item"],
    [400, "invalid", "unavailable"],
  ])("maps %i with %s to an error with a remedy", async (status, reason, code) => {
    expect(await toGoogleError(createRefusal(status, reason), { from: "Drive", url })).toMatchObject({
      code,
    });
  });

  test.each([
    [400, "pageToken"],
    [410, "syncToken"],
  ])("takes %i of a request with a %s for an expired token", async (status, token) => {
    const options = { from: "Drive", url: `${url}?${token}=x` };
    expect(await toGoogleError(createRefusal(status, "invalid"), options)).toMatchObject({
      code: "expired-cursor",
    });
  });

  test("reads reasons in the newer form too", async () => {
    const error = { code: 403, details: [{ "@type": "ErrorInfo", reason: "SERVICE_DISABLED" }] };
    const reply = Response.json({ error }, { status: 403 });
    expect(await toGoogleError(reply, { from: "Gmail", url })).toMatchObject({ code: "settings" });
  });
});
