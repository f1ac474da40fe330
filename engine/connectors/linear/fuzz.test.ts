import { describe, expect, test } from "vitest";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { sourceFixture } from "../../testing/fixtures";
import { mutateJson } from "../../testing/fuzz/mutate-json";
import { openTestStore } from "../../testing/store/open-test-store";
import { linear } from ".";
import { ITEM_KINDS, type ItemKind } from "./item-kinds";
import { FULL_COMMENTS, FULL_NODES, FULL_WORDS } from "./testing/full-nodes";

const { signal } = new AbortController();
const KINDS = Object.keys(ITEM_KINDS) as ItemKind[];
const LIST_FIELDS: Readonly<Record<string, string>> = { update: "projectUpdates" };

/** What is delivered when Linear replies with these nodes to a request for items of the kind. */
async function fetchNodes(kind: ItemKind, nodes: readonly unknown[], ids: readonly string[]) {
  const clock = createFakeClock();
  const store = openTestStore({ clock });
  const source = sourceFixture({ id: "source", connectorId: "linear" });
  await store.addSource(source);
  const api = async (_url: string, init: RequestInit = {}) => {
    const { query } = JSON.parse(String(init.body)) as { readonly query: string };
    const data = query.includes("ReadComments")
      ? { comments: FULL_COMMENTS }
      : { [LIST_FIELDS[kind] ?? `${kind}s`]: { nodes } };
    return Response.json({ data });
  };
  const connector = linear.create(createFakeContext({ source, clock, store, ports: { api } }));
  const page = await connector.fetchItems?.(
    ids.map((id) => `${kind}:${id}`),
    signal,
  );
  return page ?? expect.fail("Linear can fetch items");
}

describe.each(KINDS)("Linear: %s", (kind) => {
  const node: Readonly<Record<string, unknown>> = FULL_NODES[kind];

  test("leaves words of everything that Linear shows of it", async () => {
    const { documents } = await fetchNodes(kind, [node], ["full"]);
    const [document] = documents;
    const content = document?.content;
    const texts = content?.kind === "thread" ? content.messages.map(({ text }) => text) : [];
    const body = content?.kind === "text" ? content.text : texts.join("\n");
    const shown = [document?.title, ...(document?.container ?? []), body].join("\n");
    expect(FULL_WORDS[kind].filter((word) => !shown.includes(word))).toEqual([]);
    expect(content?.note).toBeUndefined();
  });

  test("is a document or a failure, whatever its parts are", async () => {
    // What is in the bin, or archived where there is no bin, is gone.
    const mutations = mutateJson(node).filter(
      ({ field }) => !["id", "trashed", "archivedAt"].includes(field),
    );
    for (let from = 0; from < mutations.length; from += 20) {
      const some = mutations.slice(from, from + 20);
      const nodes = some.map(({ value }, at) => ({ ...(value as object), id: `item${at}` }));
      const ids = nodes.map(({ id }) => id);
      const { documents, failures, deletions } = await fetchNodes(kind, nodes, ids);
      expect(deletions).toEqual([]);
      const told = new Set([...documents, ...failures].map(({ id }) => id));
      const silent = some.filter((_, at) => !told.has(`${kind}:item${at}`)).map(({ title }) => title);
      expect(silent).toEqual([]);
      for (const { title, reason } of failures) {
        expect(title).not.toBe("");
        expect(reason).toMatch(/^Cannot read .* is not as documented$/);
      }
    }
  });

  test("names its parts that have another type, and counts its comments that cannot be read", async () => {
    const [comment] = FULL_COMMENTS.nodes;
    const comments = { nodes: [comment, null, { id: 7 }], pageInfo: { hasNextPage: false } };
    const { documents } = await fetchNodes(
      kind,
      [{ ...node, health: 7, creator: "ada", user: [], comments }],
      ["full"],
    );
    expect(documents[0]?.content.note).toMatch(/^\d parts? could not be read: /);
    if (kind !== "initiative") expect(documents[0]?.content.note).toContain("2 comments could not be read");
  });
});

test("Linear: an item says which of its lists go on", async () => {
  const more = { nodes: [{ name: "Bug" }], pageInfo: { hasNextPage: true } };
  const { documents } = await fetchNodes("issue", [{ ...FULL_NODES.issue, labels: more }], ["full"]);
  expect(documents[0]?.content.note).toBe("only the first 1 labels are here");
});
