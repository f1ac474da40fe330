import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { sourceFixture } from "../../testing/fixtures";
import { fuzzedJson } from "../../testing/fuzz/fuzzed-json";
import { openTestStore } from "../../testing/store/open-test-store";
import { github } from ".";
import { createFakeGitHub } from "./testing/fake-github";

const ROCKET = "acme/rocket";

/** A reply of a list with its first item fuzzed; GraphQL's list is within its reply. */
async function fuzzReply(reply: Response, choices: Iterable<number>): Promise<Response> {
  const body: unknown = await reply.json();
  if (Array.isArray(body)) {
    const [odd, ...others] = body as unknown[];
    return Response.json(odd === undefined ? [] : [fuzzedJson(odd, choices), ...others]);
  }
  const { discussions } = (body as { data: { repository: { discussions: { nodes: unknown[] } } } }).data
    .repository;
  const [odd, ...others] = discussions.nodes;
  const nodes = [fuzzedJson(odd, choices), ...others];
  return Response.json({ data: { repository: { discussions: { ...discussions, nodes } } } });
}

test.each([
  ["issues", /\/issues$/, 2],
  ["comments", /\/comments$/, 2],
  ["reviews", /\/reviews$/, 2],
  ["events", /\/timeline$/, 2],
  ["sub-issues", /\/sub_issues$/, 2],
  ["releases", /\/releases$/, 2],
  ["discussions", /\/graphql$/, 2],
] as const)(
  "with any field of %s missing, null, of another type or of an unknown kind, each item is a document or a failure",
  async (_, list, count) => {
    const clock = createFakeClock();
    const vendor = createFakeGitHub({ now: clock.now });
    const { data } = vendor;
    data.addIssue(ROCKET, "Good");
    const number = data.addIssue(ROCKET, "Odd", true);
    clock.advance(60_000);
    data.changeIssue(ROCKET, number, { subIssues: [1], events: [{ event: "referenced", commit_id: "abc" }] });
    for (const name of ["good", "odd"]) {
      data.discuss(ROCKET, name, `About ${name}`);
      data.publish(ROCKET, name, `About ${name}`);
    }
    data.repos.delete("acme/probe");
    const store = openTestStore({ clock });
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (choices) => {
        const api = async (url: string, init?: RequestInit) => {
          const headers = new Headers(init?.headers);
          headers.set("Authorization", `Bearer ${vendor.token}`);
          const reply = await vendor.handle(new Request(url, { ...init, headers, signal: null }));
          return list.test(new URL(url).pathname) ? fuzzReply(reply, choices) : reply;
        };
        const context = createFakeContext({ source: sourceFixture(), clock, store, ports: { api } });
        const page = await github.create(context).pull(undefined, new AbortController().signal);
        const seen = [...page.documents, ...page.failures].map(({ id }) => id);
        const ofKind = (kind: string) => seen.filter((id) => id.startsWith(kind)).length;
        const lost = ofKind("unidentified:");
        expect(new Set(seen).size).toBe(seen.length);
        expect(ofKind("issue:") + ofKind("release:") + ofKind("discussion:") + lost).toBe(3 * count);
        for (const { reason } of page.failures) expect(reason).toMatch(/^Cannot read /);
      }),
      { numRuns: 60 },
    );
  },
);
