import { describe, expect, test } from "vitest";
import type { Settings } from "../../model/source";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { sourceFixture } from "../../testing/fixtures";
import { openTestStore } from "../../testing/store/open-test-store";
import { deliveredDocuments, runPass } from "../../testing/store/run-pass";
import { testService } from "../../testing/suites/test-service";
import { github } from ".";
import { createFakeGitHub } from "./testing/fake-github";

testService(github, createFakeGitHub);

const MINUTE = 60_000;
const ROCKET = "acme/rocket";
const { signal } = new AbortController();

describe("github", () => {
  async function setUp(settings: Settings = {}, pageSize?: number) {
    const clock = createFakeClock();
    const vendor = createFakeGitHub({ now: clock.now, ...(pageSize !== undefined && { pageSize }) });
    const store = openTestStore({ clock });
    await store.addSource(sourceFixture({ id: "source", connectorId: "github", settings }));
    const requests: string[] = [];
    const api = (url: string, init?: RequestInit) => {
      requests.push(url);
      const headers = new Headers(init?.headers);
      headers.set("Authorization", `Bearer ${vendor.token}`);
      return vendor.handle(new Request(url, { ...init, headers, signal: null }));
    };
    const contextNow = async () => {
      const source = (await store.getSource("source")) ?? sourceFixture();
      return createFakeContext({ source, clock, store, ports: { api } });
    };
    return {
      ...{ clock, vendor, asked: requests, world: vendor.data },
      connector: async () => github.create(await contextNow()),
      pass: async () => {
        clock.advance(10 * MINUTE);
        return runPass({ definition: github, context: await contextNow(), store });
      },
      ids: async () => [...(await deliveredDocuments(store)).keys()].sort(),
      document: async (id: string) => (await deliveredDocuments(store)).get(id),
    };
  }

  test("keeps reviews and comments on files in the thread of a pull request, each with its address", async () => {
    const { world, pass, document } = await setUp();
    world.addIssue(ROCKET, "Fuel gauge", true);
    await pass();
    const content = (await document(`issue:${ROCKET}#1`))?.content;
    const page = `https://github.com/${ROCKET}/pull/1`;
    const fetched = content?.kind === "thread" ? content.messages.map(({ text, url }) => [text, url]) : [];
    expect(fetched).toEqual([
      [expect.stringContaining("Open pull request #1 in acme/rocket · labels: bug"), page],
      ["I saw Fuel gauge too.", expect.stringMatching(`^${page}#issuecomment-`)],
      ["Approved\n\nWell done.", expect.stringMatching(`^${page}#pullrequestreview-`)],
      [
        "On `src/main.ts`, line 2:\n\n```diff\n@@ -1 +1,2 @@\n a\n+b\n```\n\nRename this.",
        expect.stringMatching(`^${page}#discussion_r`),
      ],
    ]);
  });

  test("reads every page of a long discussion", async () => {
    const { world, pass, document } = await setUp({}, 3);
    const number = world.addIssue(ROCKET, "Long");
    for (let remark = 1; remark <= 10; remark++) world.comment(ROCKET, number, `Remark ${remark}`);
    await pass();
    const content = (await document(`issue:${ROCKET}#1`))?.content;
    expect(content?.kind === "thread" && content.messages).toHaveLength(12);
  });

  test("reads only documentation files, with date and author of the last commit", async () => {
    const { clock, world, pass, ids, document } = await setUp();
    for (const path of ["README.md", "src/main.ts", "node_modules/x/README.md", "docs/a b.rst"]) {
      world.push(ROCKET, path, `About ${path}`);
    }
    const pushedAt = clock.now();
    await pass();
    expect(await ids()).toEqual([`file:${ROCKET}/README.md`, `file:${ROCKET}/docs/a b.rst`]);
    expect(await document(`file:${ROCKET}/docs/a b.rst`)).toMatchObject({
      title: "a b.rst",
      url: `https://github.com/${ROCKET}/blob/main/docs/a%20b.rst`,
      container: [ROCKET, "docs"],
      author: "Ada Lovelace",
      updatedAt: pushedAt,
    });
  });

  test("lists files only after a push, and checks for news with free requests", async () => {
    const { vendor, world, asked: requests, pass } = await setUp();
    world.push(ROCKET, "README.md", "Read me");
    world.addIssue(ROCKET, "One");
    await pass();
    await pass();
    const before = [requests.length, vendor.unchanged()] as const;
    const pages = await pass();
    const [, ...rest] = requests.slice(before[0]).filter((url) => !url.includes("sort=created"));
    expect(pages.flatMap(({ documents }) => documents)).toEqual([]);
    // Besides the list of repositories and the daily list of ids: two requests for each repository.
    expect(rest.filter((url) => url.includes("sort=updated"))).toHaveLength(2);
    expect(vendor.unchanged() - before[1]).toBe(4);
  });

  test("deletes no file when GitHub's listing is truncated", async () => {
    const { world, pass, ids } = await setUp();
    for (const name of ["a.md", "b.md"]) world.push(ROCKET, name, name);
    await pass();
    world.push(ROCKET, "b.md", undefined);
    world.repo(ROCKET).truncated = true;
    await pass();
    expect(await ids()).toEqual([`file:${ROCKET}/a.md`, `file:${ROCKET}/b.md`]);
  });

  test("skips a file that is too large, and reports it once", async () => {
    const { world, pass } = await setUp();
    world.push(ROCKET, "log.txt", "x".repeat(3 * 2 ** 20));
    const failures = (await pass()).flatMap((page) => page.failures);
    expect(failures).toMatchObject([
      { outcome: "skipped", reason: 'Cannot read "log.txt": it is larger than 2 MB' },
    ]);
    world.push(ROCKET, "new.md", "New");
    expect((await pass()).flatMap((page) => page.failures)).toEqual([]);
  });

  test("deletes everything of a repository the person can no longer read", async () => {
    const { world, pass, ids, connector } = await setUp();
    world.addIssue(ROCKET, "One");
    world.push(ROCKET, "README.md", "Read me");
    world.addIssue("acme/probe", "Two");
    await pass();
    world.repo(ROCKET).hidden = true;
    const gone = [`issue:${ROCKET}#1`, `file:${ROCKET}/README.md`];
    expect((await (await connector()).fetchItems?.(gone, signal))?.deletions.toSorted()).toEqual(
      gone.toSorted(),
    );
    await pass();
    expect(await ids()).toEqual(["issue:acme/probe#1"]);
  });

  test("deletes nothing when GitHub refuses to list repositories", async () => {
    const { world, pass, ids } = await setUp();
    world.addIssue(ROCKET, "One");
    await pass();
    world.listsRepos = false;
    await expect(pass()).rejects.toMatchObject({ code: "unavailable" });
    expect(await ids()).toEqual([`issue:${ROCKET}#1`]);
  });

  test("skips a repository without issues and one without commits", async () => {
    const { world, pass, ids } = await setUp();
    world.addIssue(ROCKET, "Hidden by a switch");
    world.repo(ROCKET).hasIssues = false;
    world.push("acme/probe", "README.md", "Read me");
    await pass();
    expect(await ids()).toEqual(["file:acme/probe/README.md"]);
  });

  test.each<[string, Settings, readonly string[]]>([
    [
      "nothing: forks are left out",
      {},
      ["file:acme/probe/README.md", "issue:acme/rocket#1", "issue:ada/home#1"],
    ],
    ["a fork by name", { repos: "ada/fork" }, ["issue:ada/fork#1"]],
    ["an owner", { repos: "ACME" }, ["file:acme/probe/README.md", "issue:acme/rocket#1"]],
    [
      "both",
      { repos: "ada/fork, acme" },
      ["file:acme/probe/README.md", "issue:acme/rocket#1", "issue:ada/fork#1"],
    ],
    ["issues only", { files: false }, ["issue:acme/rocket#1", "issue:ada/home#1"]],
    ["a later day", { since: "2100-01-01" }, ["file:acme/probe/README.md"]],
  ])("reads only what the settings choose: %s", async (_, settings, expected) => {
    const { world, pass, ids, connector } = await setUp(settings);
    world.addRepo("ada/fork", true);
    world.addRepo("ada/home");
    for (const name of [ROCKET, "ada/fork", "ada/home"]) world.addIssue(name, "One");
    world.push("acme/probe", "README.md", "Read me");
    await pass();
    expect(await ids()).toEqual(expected);
    expect([...((await (await connector()).listIds?.(signal)) ?? [])].sort()).toEqual(expected);
  });

  test.each(["acme/no such repo", "acme/missing"])(
    "asks the person to correct the repository %j",
    async (repos) => {
      const { pass } = await setUp({ repos });
      await expect(pass()).rejects.toMatchObject({ code: "settings" });
    },
  );

  test("sends requests to the address of an Enterprise server, and links to it", async () => {
    const { world, asked: requests, pass, document } = await setUp({ baseUrl: "https://ghe.example.com/" });
    world.push(ROCKET, "README.md", "Read me");
    await pass();
    expect(requests.every((url) => url.startsWith("https://ghe.example.com/api/v3/"))).toBe(true);
    const found = await document(`file:${ROCKET}/README.md`);
    expect(found?.url).toBe(`https://ghe.example.com/${ROCKET}/blob/main/README.md`);
  });

  test("searches only its own repositories, alternating issues and pull requests", async () => {
    const { world, asked: requests, pass, connector } = await setUp();
    world.addRepo("stranger/public").hidden = true;
    for (let number = 1; number <= 2; number++) world.addIssue(ROCKET, `Leak ${number}`);
    world.addIssue("acme/probe", "Leak 3", true);
    world.addIssue("stranger/public", "Leak 4");
    await pass();
    const found = await (await connector()).search?.(
      { text: '"leak": OR', limit: 2, updatedAfter: 1 },
      signal,
    );
    expect(found?.map(({ id }) => id)).toEqual([`issue:${ROCKET}#1`, "issue:acme/probe#1"]);
    expect(
      requests.filter((url) => url.includes("/search/")).every((url) => url.includes("repo%3Aacme")),
    ).toBe(true);
  });

  test("follows an issue to the repository it was transferred to", async () => {
    const { world, connector } = await setUp();
    world.addIssue(ROCKET, "Moved");
    const moved = world.repo(ROCKET).issues.get(1);
    world.repo("acme/probe").issues.set(7, { ...moved!, number: 7 });
    world.redirects.set(`/repos/${ROCKET}/issues/1`, "/repos/acme/probe/issues/7");
    const fetched = await (await connector()).fetchItems?.([`issue:${ROCKET}#1`], signal);
    expect(fetched?.documents.map(({ id }) => id)).toEqual(["issue:acme/probe#7"]);
    expect(fetched?.deletions).toEqual([`issue:${ROCKET}#1`]);
  });

  test("reports an issue with a foreign link and a file it cannot decode, and reads the others", async () => {
    const { world, vendor, connector } = await setUp();
    world.push(ROCKET, "README.md", "# Rocket");
    world.addIssue(ROCKET, "Fuel gauge");
    world.addIssue(ROCKET, "Tank");
    const handle = vendor.handle;
    vendor.handle = async (request) => {
      const text = await (await handle(request)).text();
      const isBlob = request.url.includes("/git/blobs/");
      const spoilt = isBlob
        ? text.replace(/"content":"[^"]*"/, '"content":"%%%"')
        : text.replace(/"html_url":"[^"]*issues\/1"/, '"html_url":"javascript:alert(1)"');
      return new Response(spoilt, { headers: { "Content-Type": "application/json" } });
    };
    const { documents, failures } = await (await connector()).pull(undefined, signal);
    expect(documents.map(({ title }) => title)).toEqual(["Tank"]);
    expect(failures.map(({ id }) => id).sort()).toEqual([`file:${ROCKET}/README.md`, `issue:${ROCKET}#1`]);
  });
});
