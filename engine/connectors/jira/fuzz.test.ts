import fc from "fast-check";
import { expect, test } from "vitest";
import { fuzzedJson } from "../../testing/fuzz/fuzzed-json";
import { connectFake } from "../shared/vendors/atlassian/testing/connect-fake";
import { jira } from ".";
import { createFakeJira } from "./testing/fake-jira";

const NOW = Date.UTC(2026, 0, 5, 12);

test.each(["site", "server"] as const)(
  "an issue of a %s with any field missing, null, of another type or of an unknown kind is a document or a failure",
  async (edition) => {
    const vendor = createFakeJira({ now: () => NOW }, edition);
    for (const name of ["good", "odd"]) vendor.create(name);
    vendor.change("odd", {
      worklogs: ["Soldered it"],
      extra: { customfield_10016: 5, duedate: "2026-02-01" },
    });
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (choices) => {
        const handle = async (request: Request) => {
          const reply = await vendor.handle(request);
          if (!/\/search(\/jql)?$/.test(new URL(request.url).pathname)) return reply;
          const page = (await reply.json()) as { issues: unknown[] };
          // The odd issue is the newest, and first.
          const [odd, ...others] = page.issues;
          return Response.json({ ...page, issues: [fuzzedJson(odd, choices), ...others] });
        };
        const { connector } = connectFake(jira, { ...vendor, handle });
        const page = await connector.pull(undefined, new AbortController().signal);
        const issues = page.documents.filter(({ type }) => type === "issue");
        expect(issues.length + page.failures.length).toBe(2);
        expect(issues.map(({ title }) => title)).toContain("EX-1 Repair the good");
        for (const { reason } of page.failures) expect(reason).toMatch(/^Cannot read /);
      }),
      { numRuns: 150 },
    );
  },
);
