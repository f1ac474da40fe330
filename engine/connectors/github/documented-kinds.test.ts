import { describe, expect, test } from "vitest";
import type { Settings } from "../../model/source";
import type { SourceDocument } from "../../model/source-document";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { sourceFixture } from "../../testing/fixtures";
import { openTestStore } from "../../testing/store/open-test-store";
import { deliveredDocuments, runPass } from "../../testing/store/run-pass";
import { github } from ".";
import { createFakeGitHub } from "./testing/fake-github";

const ROCKET = "acme/rocket";

function setUp(settings: Settings = {}) {
  const clock = createFakeClock();
  const vendor = createFakeGitHub({ now: clock.now });
  const store = openTestStore({ clock });
  const added = store.addSource(sourceFixture({ id: "source", connectorId: "github", settings }));
  const requests: string[] = [];
  const api = (url: string, init?: RequestInit) => {
    requests.push(url);
    const headers = new Headers(init?.headers);
    headers.set("Authorization", `Bearer ${vendor.token}`);
    return vendor.handle(new Request(url, { ...init, headers, signal: null }));
  };
  return {
    ...{ clock, requests, world: vendor.data },
    pass: async () => {
      await added;
      clock.advance(10 * 60_000);
      const source = (await store.getSource("source")) ?? sourceFixture();
      const context = createFakeContext({ source, clock, store, ports: { api } });
      const pages = await runPass({ definition: github, context, store });
      return pages.flatMap(({ failures }) => failures);
    },
    ids: async () => [...(await deliveredDocuments(store)).keys()].sort(),
    document: async (id: string) => (await deliveredDocuments(store)).get(id),
  };
}

function textOf(document: SourceDocument | undefined): string {
  const { content } = document ?? {};
  if (content?.kind === "thread") return content.messages.map(({ text }) => text).join("\n");
  return content?.kind === "text" ? content.text : "";
}

const related = (number: number, title: string, fields: object = {}) => ({
  ...{ number, title, state: "open", repository_url: `https://api.github.com/repos/${ROCKET}`, ...fields },
});

describe("an issue", () => {
  test("leaves words of every documented field and event", async () => {
    const { clock, world, pass, document } = setUp();
    const number = world.addIssue(ROCKET, "Fuel gauge");
    const below = world.addIssue(ROCKET, "Wire the gauge");
    const above = world.addIssue(ROCKET, "Dashboard");
    clock.advance(60_000);
    world.changeIssue(ROCKET, number, {
      subIssues: [below],
      extra: {
        ...{ state: "closed", state_reason: "not_planned", closed_at: "2025-01-03T10:00:00Z" },
        closed_by: { login: "grace" },
        milestone: { title: "2.0", due_on: "2025-02-01T00:00:00Z" },
        type: { name: "Bug" },
        parent_issue_url: `https://api.github.com/repos/${ROCKET}/issues/${above}`,
      },
      events: [
        {
          event: "cross-referenced",
          source: {
            type: "issue",
            issue: related(9, "Fix it", { pull_request: { merged_at: "2025-01-02T00:00:00Z" } }),
          },
        },
        {
          event: "cross-referenced",
          source: {
            type: "issue",
            issue: related(4, "Elsewhere", { repository_url: "https://api.github.com/repos/acme/probe" }),
          },
        },
        { event: "referenced", commit_id: "0123456789abcdef" },
        { event: "renamed", rename: { from: "Fule gauge", to: "Fuel gauge" } },
        { event: "novel", more: { deep: true } },
      ],
    });
    await pass();
    const text = textOf(await document(`issue:${ROCKET}#${number}`));
    for (const words of [
      ...[
        "Closed issue #1 in acme/rocket · labels: bug · assigned to grace · milestone: 2.0 (due 2025-02-01)",
      ],
      ...["type: Bug", "closed as not planned by grace on 2025-01-03", "Parent issue: #3 Dashboard (open)"],
      ...["Sub-issues: #2 Wire the gauge (open)", "Linked pull requests: #9 Fix it (merged)"],
      ...["Mentioned in: acme/probe#4 Elsewhere (open)", "Commits: 0123456", "Earlier titles: Fule gauge"],
    ])
      expect(text).toContain(words);
  });

  test("says that a pull request is a draft, and who merged it", async () => {
    const { clock, world, pass, document } = setUp();
    const draft = world.addIssue(ROCKET, "Tank", true);
    world.changeIssue(ROCKET, draft, { extra: { draft: true } });
    const merged = world.addIssue(ROCKET, "Pump", true);
    const pull = { pull_request: { merged_at: "2025-01-02T00:00:00Z" }, closed_at: "2025-01-02T00:00:00Z" };
    clock.advance(60_000);
    world.changeIssue(ROCKET, merged, {
      extra: { ...pull, state: "closed" },
      events: [{ event: "merged", actor: { login: "ada" }, commit_id: "fedcba9876543210" }],
    });
    await pass();
    expect(textOf(await document(`issue:${ROCKET}#${draft}`))).toContain("Open draft pull request #1");
    const text = textOf(await document(`issue:${ROCKET}#${merged}`));
    expect(text).toContain("Merged pull request #2");
    expect(text).toContain("Merged by ada in commit fedcba9");
  });

  test("names in its note what could not be read", async () => {
    const { clock, world, pass, document } = setUp();
    const number = world.addIssue(ROCKET, "Odd");
    clock.advance(60_000);
    world.changeIssue(ROCKET, number, {
      extra: { labels: [{ name: "bug" }, 7], milestone: "2.0" },
      events: [{ event: 7 }],
    });
    await pass();
    const content = (await document(`issue:${ROCKET}#${number}`))?.content;
    expect(content?.note).toBe(
      "Fields that could not be read: labels, milestone; 1 of its events could not be read",
    );
  });
});

describe("a discussion", () => {
  test("is a thread with its category, its replies and the marked answer", async () => {
    const { world, pass, document } = setUp();
    const number = world.discuss(ROCKET, "Which fuel", "Is kerosene right?");
    await pass();
    const found = await document(`discussion:${ROCKET}#${number}`);
    expect(found).toMatchObject({ type: "thread", title: "Which fuel", container: [ROCKET, "Discussions"] });
    expect(textOf(found)).toBe(
      [
        `Discussion #${number} in ${ROCKET} · category: Q&A · answered · labels: help\n\nIs kerosene right?`,
        "**Marked as the answer**\n\nTry Which fuel again.",
        "That worked.",
      ].join("\n"),
    );
  });

  test("is left out when the token may not read discussions", async () => {
    const { world, pass, ids } = setUp();
    world.discuss(ROCKET, "Which fuel", "Is kerosene right?");
    world.addIssue(ROCKET, "Tank");
    world.repo(ROCKET).showsDiscussions = false;
    await pass();
    expect(await ids()).toEqual([`issue:${ROCKET}#1`]);
  });
});

test("a release has its tag, its day and its notes, and follows changes", async () => {
  const { world, pass, document, ids } = setUp();
  const id = world.publish(ROCKET, "v2", "Burns cleaner");
  await pass();
  const text = textOf(await document(`release:${ROCKET}/${id}`));
  expect(text).toMatch(/^Release v2 of acme\/rocket · published on \d{4}-\d\d-\d\d\n\nBurns cleaner$/);
  world.publish(ROCKET, "v2", "Burns much cleaner");
  await pass();
  expect(textOf(await document(`release:${ROCKET}/${id}`))).toContain("much cleaner");
  world.repo(ROCKET).releases.delete(id);
  await pass();
  expect(await ids()).toEqual([]);
});

describe("files", () => {
  const FILES = ["README", "docs/fit.ipynb", "src/main.ts", "yarn.lock", "logo.png"];

  test("of source code are read where the person names the repository, and the others are counted once", async () => {
    const { world, pass, ids } = setUp({ code: "acme/rocket" });
    for (const path of FILES) world.push(ROCKET, path, `About ${path}`);
    world.push("acme/probe", "src/other.ts", "let it");
    const failures = await pass();
    expect(await ids()).toEqual(
      ["README", "docs/fit.ipynb", "src/main.ts"].map((path) => `file:${ROCKET}/${path}`),
    );
    expect(failures).toMatchObject([
      {
        id: `code:${ROCKET}`,
        outcome: "skipped",
        reason: `Left out of the files of ${ROCKET}: 1 of other kinds, 1 lock files`,
      },
    ]);
    expect(await pass()).toEqual([]);
  });

  test("without an ending and notebooks are documentation, and keep their names for the converter", async () => {
    const { world, pass, document, requests } = setUp();
    for (const path of FILES) world.push(ROCKET, path, `About ${path}`);
    await pass();
    expect(await document(`file:${ROCKET}/README`)).toMatchObject({
      fileName: "README",
      content: { kind: "bytes" },
    });
    expect(await document(`file:${ROCKET}/docs/fit.ipynb`)).toMatchObject({ fileName: "fit.ipynb" });
    expect(requests.filter((url) => url.includes("/git/blobs/"))).toHaveLength(2);
  });
});
