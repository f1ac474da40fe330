import { describe, expect, test } from "vitest";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { sourceFixture } from "../../testing/fixtures";
import { mutateJson } from "../../testing/fuzz/mutate-json";
import { openTestStore } from "../../testing/store/open-test-store";
import { googleDrive } from ".";
import { fullComment, fullFile } from "./testing/full-file";

const { signal } = new AbortController();

/** The first page of a Drive with these files and comments as Google replies with them. */
async function pullReplies(files: readonly unknown[], comments: readonly unknown[] = [fullComment]) {
  const clock = createFakeClock();
  const store = openTestStore({ clock });
  const source = sourceFixture({ id: "source" });
  await store.addSource(source);
  const api = async (url: string) => {
    const { pathname, searchParams } = new URL(url);
    if (pathname.endsWith("/startPageToken")) return Response.json({ startPageToken: "1" });
    if (pathname.endsWith("/drives")) return Response.json({ drives: [null, { id: 7 }, {}] });
    if (pathname.endsWith("/comments")) return Response.json({ comments });
    if (pathname.endsWith("/export") || searchParams.get("alt") === "media") return new Response("# Plan");
    if (pathname.endsWith("/files")) {
      const isFolders = searchParams.get("q")?.startsWith("mimeType =");
      return Response.json({ files: isFolders ? [null, { id: "x" }] : files });
    }
    return Response.json({ id: "folder", name: "Plans", parents: null });
  };
  const context = createFakeContext({ source, clock, store, ports: { api } });
  return googleDrive.create(context).pull(undefined, signal);
}

describe("Google Drive", () => {
  test("leaves words of everything that Drive shows of a file", async () => {
    const { documents } = await pullReplies([fullFile]);
    expect(documents).toMatchObject([
      {
        title: "Release plan",
        author: "Ada Byron",
        people: ["Ada Byron", "Mira Novak"],
        container: ["Plans"],
        content: {
          text: [
            "# Plan",
            "Description: For the board",
            "## Comments",
            "Bo Lee commented on “the budget” (Friday, 3 January 2025; resolved): Is this right?",
            "Cy Dee resolved the comment (Saturday, 4 January 2025): Yes",
          ].join("\n\n"),
        },
      },
    ]);
  });

  test("makes a document or a failure of every file, whatever its parts are", async () => {
    // A file in the trash is gone.
    const mutations = mutateJson(fullFile).filter(({ title }) => !/^id |^trashed is a boolean/.test(title));
    const files = mutations.map(({ value }, at) => ({ ...(value as object), id: `file${at}` }));
    const { documents, failures } = await pullReplies([...files, fullFile]);
    const told = new Set([...documents, ...failures].map(({ id }) => id));
    expect(mutations.filter((_, at) => !told.has(`file${at}`)).map(({ title }) => title)).toEqual([]);
    expect(told).toContain("full");
    const lost = new Set(failures.map(({ id }) => mutations[Number(/\d+$/.exec(id)?.[0])]?.field));
    expect([...lost].sort()).toEqual(["mimeType", "modifiedTime", "name"]);
  });

  test.each(mutateJson({ id: "x" }).map(({ title, value }) => [title, value] as const))(
    "tells of a file whose %s",
    async (_, value) => {
      const file = { ...fullFile, id: undefined, ...(value as object) };
      const { documents, failures } = await pullReplies([file, fullFile]);
      expect(documents.length + failures.length).toBe(2);
    },
  );

  test("names the parts of a file that have another type", async () => {
    const { documents } = await pullReplies([{ ...fullFile, owners: "Ada", description: 7 }]);
    expect(documents[0]?.content.note).toBe("2 parts could not be read: description, owners");
  });

  test("reads a file whatever its comments are", async () => {
    const comments = mutateJson(fullComment).map(({ value }) => value);
    const { documents } = await pullReplies([fullFile], [...comments, null, 7, "x"]);
    expect(documents[0]?.content.note).toBe("3 comments could not be read");
  });
});
