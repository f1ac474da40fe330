import fc from "fast-check";
import { expect, test } from "vitest";
import { fuzzedJson } from "../../testing/fuzz/fuzzed-json";
import { connectFake } from "../shared/vendors/atlassian/testing/connect-fake";
import { confluence } from ".";
import { createFakeConfluence } from "./testing/fake-confluence";

const NOW = Date.UTC(2026, 0, 5, 12);
const MIA = "5b10a2844c20165700ede21g";

/** The lists of pages, and of what is around a page. */
const LISTS =
  /\/(pages|search|footer-comments|inline-comments|attachments|comment|attachment|children|bulk|spaces)$/;

test.each(["site", "server"] as const)(
  "a page of a %s with any field missing, null, of another type or of an unknown kind is a document or a failure",
  async (edition) => {
    const vendor = createFakeConfluence({ now: () => NOW }, edition);
    for (const name of ["good", "odd"]) vendor.pageStore.add(name, { kind: "page" });
    vendor.pageStore.surround("odd", {
      labels: ["east"],
      comments: [
        {
          id: 7,
          author: MIA,
          storage: "<p>Why?</p>",
          at: NOW,
          replies: [{ id: 8, author: MIA, storage: "<p>So</p>", at: NOW }],
        },
      ],
      attachments: [{ id: "1", title: "a.txt", mediaType: "text/plain", text: "About it" }],
    });
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.nat(3), async (choices, skipped) => {
        let seen = 0;
        const handle = async (request: Request) => {
          const reply = await vendor.handle(request);
          if (!LISTS.test(new URL(request.url).pathname) || !reply.ok || seen++ < skipped) return reply;
          const page = (await reply.json()) as { results: unknown[] };
          const [odd, ...others] = page.results;
          if (odd === undefined) return Response.json(page);
          const fuzzed = fuzzedJson(odd, choices);
          // Another text in place of the id is a well-formed item: one that is not there.
          const { id } = (fuzzed ?? {}) as { id?: unknown };
          fc.pre(typeof id !== "string" || id === (odd as { id: unknown }).id);
          const results = [fuzzed, ...others];
          return Response.json({ ...page, results }, { status: reply.status });
        };
        const { connector } = connectFake(confluence, { ...vendor, handle });
        const page = await connector.pull(undefined, new AbortController().signal);
        const pages = page.documents.filter(({ type }) => type === "page");
        expect(pages.length + page.failures.length).toBe(2);
        expect(page.deletions).toEqual([]);
        for (const { reason } of page.failures) expect(reason).toMatch(/^Cannot read /);
      }),
      { numRuns: 100 },
    );
  },
);
