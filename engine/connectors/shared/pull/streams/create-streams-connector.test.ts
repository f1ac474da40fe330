import { describe, expect, test } from "vitest";
import { NotFoundError } from "../../../../errors/not-found-error";
import { createFakeClock } from "../../../../testing/fakes/fake-clock";
import { pullPageFixture, sourceDocumentFixture } from "../../../../testing/fixtures";
import { pullPass } from "../delta/testing/fake-feed";
import { createStreamsConnector, type StreamsOptions } from "./create-streams-connector";

/** Streams with this many pages of one document each that takes this long, and then none. */
function createStreams(lengths: Record<string, number>, pageMs = 0) {
  const clock = createFakeClock();
  const asked: string[] = [];
  let lists = 0;
  const options: StreamsOptions = {
    clock,
    list: async () => {
      lists++;
      return Object.keys(lengths);
    },
    open: (id) => ({
      pull: async (cursor) => {
        asked.push(id);
        clock.advance(pageMs);
        const at = Number(cursor ?? 0);
        const length = lengths[id];
        if (length === undefined) throw new NotFoundError(`Cannot find "${id}"`);
        const documents = at < length ? [sourceDocumentFixture({ id: `${id}/${at + 1}` })] : [];
        const done = at + 1 >= length;
        const progress = { backfill: !done, coveredSince: 100 - at };
        return pullPageFixture({ documents, cursor: String(Math.min(at + 1, length)), done, progress });
      },
    }),
    findGone: async (id) => [`${id}/1`],
  };
  const connector = createStreamsConnector(options);
  return {
    ...{ connector, asked, lists: () => lists },
    pass: (cursor?: string) => pullPass(connector, cursor, () => {}),
  };
}

const idsOf = (pages: Awaited<ReturnType<ReturnType<typeof createStreams>["pass"]>>) =>
  pages.flatMap(({ documents }) => documents.map(({ id }) => id));

describe("createStreamsConnector()", () => {
  test("reads one page of each stream in turn until each is done", async () => {
    const pages = await createStreams({ a: 3, b: 1, c: 2 }).pass();
    expect(idsOf(pages)).toEqual(["a/1", "b/1", "c/1", "a/2", "c/2", "a/3"]);
    expect(pages.at(-1)?.progress?.backfill).toBe(false);
  });

  test("continues each stream at its own position", async () => {
    const lengths: Record<string, number> = { a: 1, b: 1 };
    const { pass } = createStreams(lengths);
    const first = await pass();
    lengths.a = 2;
    expect(idsOf(await pass(first.at(-1)?.cursor))).toEqual(["a/2"]);
  });

  test("deletes the items of a stream that no longer exists", async () => {
    const lengths: Record<string, number> = { a: 1, b: 1 };
    const { pass } = createStreams(lengths);
    const first = await pass();
    delete lengths.b;
    const pages = await pass(first.at(-1)?.cursor);
    expect(pages.flatMap(({ deletions }) => deletions)).toEqual(["b/1"]);
    expect((await pass(pages.at(-1)?.cursor)).flatMap(({ deletions }) => deletions)).toEqual([]);
  });

  test("deletes the items of a stream that disappears while it is read", async () => {
    const lengths: Record<string, number> = { a: 2, b: 1 };
    const { connector } = createStreams(lengths);
    const pages = await pullPass(connector, undefined, ({ documents }) => {
      if (documents[0]?.id === "a/1") delete lengths.a;
    });
    expect(idsOf(pages)).toEqual(["a/1", "b/1"]);
    expect(pages.flatMap(({ deletions }) => deletions)).toEqual(["a/1"]);
  });

  test("covers as much as the stream with the least coverage", async () => {
    const pages = await createStreams({ a: 2, b: 3 }).pass();
    expect(pages.map(({ progress }) => progress?.coveredSince)).toEqual([undefined, 100, 100, 99, 99]);
  });

  test("is done at once when there are no streams", async () => {
    const pages = await createStreams({}).pass();
    expect(pages.map(({ done }) => done)).toEqual([true]);
  });

  test("reads every stream again in the next pass, the one that has waited longest first", async () => {
    const { pass, asked, lists } = createStreams({ a: 2, b: 1 });
    const first = await pass();
    asked.length = 0;
    await pass(first.at(-1)?.cursor);
    expect(asked).toEqual(["b", "a"]);
    expect(lists()).toBe(2);
  });

  test("reads a finished stream again while another takes long, and still ends", async () => {
    const { pass, asked } = createStreams({ long: 10, short: 1 }, 60_000);
    await pass();
    expect(asked.filter((id) => id === "long")).toHaveLength(10);
    expect(asked.filter((id) => id === "short").length).toBeGreaterThan(1);
  });

  test("ends although one round takes longer than the interval between reads of news", async () => {
    const { pass, asked } = createStreams({ a: 1, b: 1, c: 1 }, 4 * 60_000);
    const first = await pass();
    await pass(first.at(-1)?.cursor);
    expect(asked).toEqual(["a", "b", "c", "a", "b", "c"]);
  });

  test("deletes the items of all streams, and is done, when no stream remains", async () => {
    const lengths: Record<string, number> = { a: 1, b: 1 };
    const { pass } = createStreams(lengths);
    const first = await pass();
    delete lengths.a;
    delete lengths.b;
    const pages = await pass(first.at(-1)?.cursor);
    expect(pages.map(({ deletions, done }) => [deletions, done])).toEqual([[["a/1", "b/1"], true]]);
  });

  test.each(["", "{", '{"feeds":{}}', '{"streams":{"a":7}}', '{"streams":[],"left":["a"]}'])(
    "starts over with the cursor %s, which is of another version",
    async (cursor) => {
      expect(idsOf(await createStreams({ a: 1 }).pass(cursor))).toEqual(["a/1"]);
    },
  );
});
