import { describe, expect, test } from "vitest";
import type { Fetch } from "../../../ports/fetch";
import { fetchPage } from "./fetch-page";

const ADDRESS = "https://example.com/a";
const { signal } = new AbortController();

function answering(body: BodyInit | null, init: ResponseInit = {}): Fetch {
  return async () => new Response(body, { headers: { "content-type": "text/html" }, ...init });
}

function get(fetch: Fetch, options: { timeoutMs?: number; maxBytes?: number } = {}) {
  return fetchPage(ADDRESS, { fetch, signal, ...options });
}

/** Like the browser's fetch: pending until its signal aborts. */
const hanging: Fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });

describe("fetchPage()", () => {
  test("returns the bytes and the media type with its charset", async () => {
    const fetch = answering("<p>Hi", { headers: { "content-type": "text/html; charset=latin1" } });
    expect(await get(fetch)).toEqual({
      mediaType: "text/html; charset=latin1",
      bytes: new TextEncoder().encode("<p>Hi"),
    });
  });

  test("sends no cookies and no referrer, and follows redirects", async () => {
    let asked: RequestInit | undefined;
    await get(async (_, init) => {
      asked = init;
      return new Response("x", { headers: { "content-type": "text/plain" } });
    });
    expect(asked).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer", redirect: "follow" });
  });

  test("accepts a PDF", async () => {
    const fetch = answering("%PDF-1.7", { headers: { "content-type": "application/pdf" } });
    expect(await get(fetch)).toMatchObject({ mediaType: "application/pdf" });
  });

  test.each([
    ["a missing page", answering("", { status: 404 }), "example.com answered 404"],
    [
      "a picture",
      answering("x", { headers: { "content-type": "image/png" } }),
      "example.com sent image/png, which Atlas does not read",
    ],
    ["an unnamed type", async () => new Response(new Uint8Array(1)), "example.com did not say what it sent"],
    ["an empty page", answering(""), "example.com sent an empty page"],
    [
      "a site that is down",
      () => Promise.reject(new TypeError("Failed to fetch")),
      "example.com did not answer",
    ],
  ])("states what is wrong with %s", async (_, fetch, problem) => {
    expect(await get(fetch as Fetch)).toEqual({ problem });
  });

  test("stops reading a page over the size limit", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    expect(await get(answering(endless))).toEqual({ problem: "example.com sent more than 5 MB" });
    expect(sent).toBeLessThan(10);
  });

  test("gives up on a site that never replies", async () => {
    expect(await get(hanging, { timeoutMs: 5 })).toEqual({
      problem: "example.com took longer than 0.005 seconds",
    });
  });

  test("rejects when aborted, as an abort is no fault of the page", async () => {
    const controller = new AbortController();
    const page = fetchPage(ADDRESS, { fetch: hanging, signal: controller.signal });
    controller.abort();
    await expect(page).rejects.toMatchObject({ name: "AbortError" });
  });

  test("never requests an address that is no web page", async () => {
    const fetch = () => Promise.reject(new Error("asked"));
    expect(await fetchPage("file:///etc/passwd", { fetch, signal })).toEqual({
      problem: "the address is not a web page",
    });
  });
});
