import { request } from "node:http";
import { afterEach, expect, test } from "vitest";
import {
  EXTENSION_ID,
  startTestCompanion,
  type TestCompanion,
  TOKEN,
} from "../../testing/start-test-companion";

const open: TestCompanion[] = [];
afterEach(async () => {
  for (const companion of open.splice(0)) await companion.close();
});

async function createFixture(options: Parameters<typeof startTestCompanion>[0] = {}) {
  const companion = await startTestCompanion(options);
  open.push(companion);
  return companion;
}

/** `fetch` cannot set the Host header, which a page with another name sends. */
function askAs(url: string, headers: Record<string, string>, method = "GET") {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const sent = request(url, { method, headers }, (response) => {
        let body = "";
        response.on("data", (data) => {
          body += data;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      });
      sent.on("error", reject);
      sent.end();
    },
  );
}

const bearer = { authorization: `Bearer ${TOKEN}` };

test("a request with the pairing token gets the vendors and sign-ins", async () => {
  const companion = await createFixture({
    env: { GROQ_API_KEY: "gsk-1", NOTION_CLIENT_ID: "i", NOTION_CLIENT_SECRET: "s" },
  });
  const response = await companion.ask("/health");
  expect(await response.json()).toEqual({
    status: "ok",
    server: "atlas-companion",
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    vendors: ["groq"],
    apps: ["notion"],
  });
});

test.each([
  {},
  { authorization: "Bearer wrong" },
  { authorization: `Bearer ${TOKEN}x` },
  { authorization: TOKEN },
  { authorization: `Basic ${TOKEN}` },
])("%j instead of the pairing token gets 401 on every path", async (headers) => {
  const companion = await createFixture();
  for (const path of ["/health", "/v1/models", "/v1/chat/completions", "/oauth/notion/token", "/nowhere"]) {
    const response = await fetch(companion.url + path, { headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      error: { code: "invalid_pairing_token", type: "authentication_error" },
    });
  }
});

test("requests without the token are limited separately from those with it", async () => {
  const companion = await createFixture();
  const guess = () => fetch(`${companion.url}/health`, { headers: { authorization: "Bearer guess" } });
  for (let count = 0; count < 10; count++) expect((await guess()).status).toBe(401);
  const late = await guess();
  expect(late.status).toBe(429);
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await companion.ask("/health")).status).toBe(200);
});

test("a client over the limit gets Retry-After", async () => {
  let now = Date.now();
  const companion = await createFixture({ now: () => now });
  for (let count = 0; count < 60; count++) expect((await companion.ask("/health")).status).toBe(200);
  const refused = await companion.ask("/health");
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ error: { code: "rate_limit_exceeded" } });
  now += 1_000 * Number(refused.headers.get("retry-after"));
  expect((await companion.ask("/health")).status).toBe(200);
});

test.each(["evil.example", "evil.example:8787", "127.0.0.1.nip.io", "localhost.evil.example"])(
  "a request to the name %j is refused although it arrives here (DNS rebinding)",
  async (host) => {
    const companion = await createFixture();
    const { status, body } = await askAs(`${companion.url}/health`, { host, ...bearer });
    expect(status).toBe(403);
    expect(JSON.parse(body).error.code).toBe("host_not_allowed");
  },
);

test.each(["localhost", "LOCALHOST:8787", "127.0.0.1:1", "[::1]:8787", "models.example"])(
  "a request to the name %j is let in",
  async (host) => {
    const companion = await createFixture({ env: { ATLAS_COMPANION_ALLOWED_HOSTS: "Models.example" } });
    expect((await askAs(`${companion.url}/health`, { host, ...bearer })).status).toBe(200);
  },
);

test.each([
  "https://evil.example",
  "http://localhost:8787",
  "null",
  "chrome-extension://short",
  "moz-extension://x",
])("the web origin %s is refused and gets no CORS", async (origin) => {
  const companion = await createFixture();
  for (const method of ["GET", "OPTIONS"]) {
    const { status, headers } = await askAs(`${companion.url}/health`, { origin, ...bearer }, method);
    expect(status).toBe(403);
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  }
});

test("a preflight request of an extension needs no token", async () => {
  const companion = await createFixture();
  const origin = `chrome-extension://${EXTENSION_ID}`;
  const asked = await askAs(`${companion.url}/v1/chat/completions`, { origin }, "OPTIONS");
  expect(asked.status).toBe(204);
  expect(asked.headers).toMatchObject({
    "access-control-allow-origin": origin,
    "access-control-allow-headers": "authorization, content-type",
  });
  const answered = await askAs(`${companion.url}/health`, { origin, ...bearer });
  expect(answered).toMatchObject({ status: 200, headers: { "access-control-allow-origin": origin } });
  // The extension must be able to read a refusal, too.
  const refused = await askAs(`${companion.url}/health`, { origin });
  expect(refused).toMatchObject({ status: 401, headers: { "access-control-allow-origin": origin } });
});

test("with extension ids set, other extensions are refused", async () => {
  const companion = await createFixture({ env: { ATLAS_COMPANION_EXTENSION_IDS: EXTENSION_ID } });
  const ask = (id: string) =>
    askAs(`${companion.url}/health`, { origin: `chrome-extension://${id}`, ...bearer });
  expect((await ask(EXTENSION_ID)).status).toBe(200);
  expect((await ask("p".repeat(32))).status).toBe(403);
});

test("a body that is too large is refused in OpenAI's format", async () => {
  const companion = await createFixture();
  const body = "x".repeat(9 * 1024 * 1024);
  const response = await companion.ask("/v1/chat/completions", { method: "POST", body });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ error: { code: "request_too_large" } });
});

test("the log contains neither token nor query nor unknown paths", async () => {
  const companion = await createFixture();
  await companion.ask("/health?key=sk-1");
  await companion.ask("/sk-in-a-path");
  await fetch(`${companion.url}/health`, { headers: { authorization: "Bearer wrong-secret" } });
  const entry = { time: expect.any(String), method: "GET", ms: expect.any(Number) };
  expect(companion.log).toEqual([
    { ...entry, path: "/health", status: 200 },
    { ...entry, path: "(other)", status: 404 },
    { ...entry, path: "/health", status: 401 },
  ]);
});

test("unauthenticated requests over the limit are not logged, authenticated ones are", async () => {
  const companion = await createFixture();
  for (let count = 0; count < 20; count++) await fetch(`${companion.url}/health`);
  for (let count = 0; count < 20; count++)
    expect((await askAs(`${companion.url}/health`, { origin: "https://evil.example" })).status).toBe(403);
  for (let count = 0; count < 20; count++)
    expect((await askAs(`${companion.url}/health`, { host: "evil.example" })).status).toBe(403);
  expect(companion.log).toHaveLength(10);
  await companion.ask("/health");
  expect(companion.log).toHaveLength(11);
});
