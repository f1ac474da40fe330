import { expect, test } from "vitest";
import { ListError } from "./fetch-model-list";
import { google } from "./google";
import { toApiError } from "./to-api-error";

const access = { vendor: google, variable: "GEMINI_API_KEY", key: "k", baseUrl: "https://models.example" };

test.each([
  ["17s", 17],
  ["0.4s", 1],
  ["soon", undefined],
  ["-3s", undefined],
])("toApiError() reads a retry delay of %s as %s seconds", (retryDelay, retryAfter) => {
  const body = JSON.stringify({ error: { status: "RESOURCE_EXHAUSTED", details: [{ retryDelay }] } });
  expect(toApiError(new ListError(429, body), access)).toMatchObject({
    status: 429,
    details: { retryAfter },
  });
});
