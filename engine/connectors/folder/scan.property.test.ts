import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { createFakeFolder } from "../../testing/fakes/fake-folder";
import { sourceFixture } from "../../testing/fixtures";
import { openTestStore } from "../../testing/store/open-test-store";
import { deliveredDocuments, runPass } from "../../testing/store/run-pass";
import { folder } from ".";

// Few names and texts, so that edits collide: equal contents, a file where a folder was, a move to a deleted path.
const path = fc
  .array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 3 })
  .map((names) => names.join("/"));
const text = fc.constantFrom("one", "two", "three", "");

const edit = fc.oneof(
  fc.record({ kind: fc.constant("write" as const), path, text }),
  fc.record({ kind: fc.constant("move" as const), path, to: path }),
  fc.record({ kind: fc.constant("delete" as const), path }),
  fc.record({ kind: fc.constant("touch" as const), path }),
);

/** Edits between two scans. The next scan may be killed around its first commit and is then run again. */
const round = fc.record({
  edits: fc.array(edit, { maxLength: 8 }),
  killAt: fc.constantFrom("pulled", "committed", undefined),
});

type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

const encoder = new TextEncoder();

test("after each scan, the delivered documents equal the files of the tree, for any edits", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 5 }), async (rounds) => {
      const clock = createFakeClock();
      const store = openTestStore({ clock });
      const source = sourceFixture({ id: "src" });
      await store.addSource(source);
      const { files, handle } = createFakeFolder();
      const context = createFakeContext({
        source,
        clock,
        store,
        ports: { folders: { open: async () => handle } },
      });
      const pass = (killAt?: string) =>
        runPass({
          definition: folder,
          context,
          store,
          onPage: (moment) => {
            if (moment === killAt) throw new Error("Killed");
          },
        });
      let now = 0;
      for (const { edits, killAt } of rounds) {
        for (const each of edits) {
          now += 1;
          apply(files, each, now);
        }
        await pass(killAt).catch((error: Error) => expect(error.message).toBe("Killed"));
        await pass();
        const delivered = await deliveredDocuments(store);
        const texts = [...delivered].map(([id, { content }]) => [
          id,
          content.kind === "bytes" && content.bytes,
        ]);
        expect(Object.fromEntries(texts)).toEqual(
          Object.fromEntries([...files].map(([id, file]) => [id, encoder.encode(file.text)])),
        );
        expect((await store.counts("src")).found).toBe(files.size);
        expect((await pass()).flatMap(({ documents, touched = [] }) => [...documents, ...touched])).toEqual(
          [],
        );
      }
    }),
    { numRuns: 60 },
  );
});

/** One edit. As in a file system, a path is a file or a folder, never both. */
function apply(files: ReturnType<typeof createFakeFolder>["files"], each: Edit, now: number): void {
  const old = files.get(each.path);
  if (each.kind === "write") put(files, each.path, { text: each.text, lastModified: now });
  if (each.kind === "touch" && old) files.set(each.path, { ...old, lastModified: now });
  if (each.kind === "delete") files.delete(each.path);
  if (each.kind === "move" && old) {
    files.delete(each.path);
    // A move keeps the modification time.
    put(files, each.to, old);
  }
}

function put(
  files: Map<string, { text: string; lastModified: number }>,
  path: string,
  file: { text: string; lastModified: number },
) {
  for (const other of files.keys()) {
    if (other.startsWith(`${path}/`) || path.startsWith(`${other}/`)) files.delete(other);
  }
  files.set(path, file);
}
