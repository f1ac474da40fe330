import { describe, expect, test } from "vitest";
import { createServiceFixture, json, VENDOR_URL } from "./testing/service-fixture";

const status = (code: number) => () => json({}, { status: code });

/** A reply whose body ends after its first bytes, or never continues. */
function brokenBody(end: "cut" | "silent"): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{"a"'));
      if (end === "cut") controller.error(new TypeError("terminated"));
    },
  });
  return new Response(body);
}

describe("a transient failure", () => {
  test.each([
    ["a network error", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["a server error", status(500)],
    ["a server error without Retry-After", status(503)],
    ["a reply cut off", () => brokenBody("cut")],
    ["a reply that stops midway", () => brokenBody("silent")],
    ["no reply", () => new Promise<Response>(() => {})],
  ])("is retried after %s", async (_, fail) => {
    let failed = false;
    const { api, run } = createServiceFixture({
      reply: () => {
        if (failed) return json({ a: 1 });
        failed = true;
        return fail();
      },
    });
    expect(await (await run(api.fetch(VENDOR_URL))).json()).toEqual({ a: 1 });
  });

  test("is given up after three retries at growing intervals", async () => {
    const { api, run, sentAt } = createServiceFixture({ replies: [status(502)] });
    await expect(run(api.fetch(VENDOR_URL))).rejects.toMatchObject({
      code: "unavailable",
      message: "Cannot reach Vendor: it answered with status 502",
    });
    expect(sentAt.map((at) => at - (sentAt[0] ?? 0))).toEqual([0, 500, 1_500, 3_500]);
  });

  test("does not cut off a slow reply within two minutes", async () => {
    const trickle = (milliseconds: number, parts: number) => {
      const fixture = createServiceFixture({
        reply: () => {
          let left = parts;
          return new Response(
            new ReadableStream<Uint8Array>({
              pull: async (controller) => {
                await fixture.wait(milliseconds, new AbortController().signal);
                if (left-- > 0) controller.enqueue(new Uint8Array(1));
                else controller.close();
              },
            }),
          );
        },
      });
      return fixture.run(fixture.api.fetch(VENDOR_URL));
    };
    expect((await (await trickle(20_000, 4)).arrayBuffer()).byteLength).toBe(4);
    await expect(trickle(20_000, 7)).rejects.toMatchObject({ code: "unavailable" });
  });
});

test("replies that the connector handles are returned unchanged", async () => {
  for (const code of [204, 304, 400, 403, 404, 410]) {
    const { api, run, sent } = createServiceFixture({ reply: () => new Response(null, { status: code }) });
    expect((await run(api.fetch(VENDOR_URL))).status).toBe(code);
    expect(sent).toHaveLength(1);
  }
});

test("a reply over the size limit is refused, and is no failure of the vendor", async () => {
  const megabyte = new Uint8Array(2 ** 20);
  const endless = () =>
    new Response(new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(megabyte) }));
  const { api, run, sent } = createServiceFixture({ reply: endless });
  await expect(run(api.fetch(VENDOR_URL))).rejects.toMatchObject({ code: "read-item" });
  expect(sent).toHaveLength(1);
});

test("an abort ends a request at once, whatever it waits for", async () => {
  const never = () => new Promise<Response>(() => {});
  const { api, run } = createServiceFixture({ reply: never, service: { concurrent: 1 } });
  const controller = new AbortController();
  const asked = [0, 1].map(() => api.fetch(VENDOR_URL, { signal: controller.signal }));
  controller.abort();
  const results = await run(Promise.allSettled(asked));
  expect(results.map((result) => result.status === "rejected" && result.reason.name)).toEqual([
    "AbortError",
    "AbortError",
  ]);
});

describe("the circuit breaker", () => {
  test("opens after repeated failures, allows one probe and closes when that succeeds", async () => {
    let healthy = false;
    const reply = () => json({}, { status: healthy ? 200 : 500 });
    const { api, run, sent, clock } = createServiceFixture({ reply });
    const ask = () => run(api.fetch(VENDOR_URL));
    const breaker = async () => (await api.status()).breaker;
    await expect(ask()).rejects.toThrow("status 500");
    expect(await breaker()).toBe("closed");
    await expect(ask()).rejects.toThrow("status 500");
    expect(await breaker()).toBe("open");
    expect(sent).toHaveLength(5);
    await expect(ask()).rejects.toThrow(/^Cannot reach Vendor: it keeps failing; Atlas tries again at \d/);
    expect(sent).toHaveLength(5);
    clock.advance(30_000);
    expect(await breaker()).toBe("half-open");
    await expect(ask()).rejects.toThrow("status 500");
    expect(await breaker()).toBe("open");
    expect(sent).toHaveLength(6);
    clock.advance(30_000);
    await expect(ask()).rejects.toMatchObject({ code: "unavailable" });
    clock.advance(30_000);
    healthy = true;
    expect((await ask()).status).toBe(200);
    expect(await breaker()).toBe("closed");
    expect(sent).toHaveLength(7);
  });

  test("sends a single probe for all requests that wait", async () => {
    let healthy = false;
    const reply = () => json({}, { status: healthy ? 200 : 500 });
    const { api, run, sent, clock } = createServiceFixture({ reply });
    for (let asked = 0; asked < 2; asked++) await run(api.fetch(VENDOR_URL)).catch(() => {});
    clock.advance(30_000);
    const asked = [1, 2, 3].map(() => api.fetch(VENDOR_URL));
    const results = await run(Promise.allSettled(asked));
    expect(results.map((result) => result.status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(sent).toHaveLength(6);
    clock.advance(60_000);
    healthy = true;
    await run(Promise.all([1, 2, 3].map(() => api.fetch(VENDOR_URL))));
    expect(sent).toHaveLength(9);
  });

  test("counts neither replies that the connector handles nor rate limits", async () => {
    const { api, run } = createServiceFixture({ reply: () => json({}, { status: 404 }) });
    for (let asked = 0; asked < 9; asked++) await run(api.fetch(VENDOR_URL));
    expect((await api.status()).breaker).toBe("closed");
  });
});
