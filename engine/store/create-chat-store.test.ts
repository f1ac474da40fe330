import { IDBFactory } from "fake-indexeddb";
import { describe, expect, it } from "vitest";
import { createTurn } from "../chat/create-turn";
import type { Turn } from "../model/chat";
import { citationFixture, sourceFixture } from "../testing/fixtures";
import { openTestStore } from "../testing/store/open-test-store";

const CITATION = citationFixture();

describe("chats", () => {
  it("are created by their first question, and keep the order of turns after a restart", async () => {
    const indexedDB = new IDBFactory();
    const { chats } = openTestStore({ indexedDB });
    await chats.putTurn(turn({ id: 2, question: "And then?", askedAt: 20 }));
    await chats.putTurn(turn({ id: 1, question: "When does\nit ship?", askedAt: 10 }));
    await chats.putTurn(turn({ id: 10, question: "And after that?", askedAt: 30 }));
    const again = await openTestStore({ indexedDB }).chats.get("c1");
    expect(again?.turns.map(({ id }) => id)).toEqual([1, 2, 10]);
    const newest = await chats.get("c1", { newest: 2 });
    expect(newest?.turns.map(({ id }) => id)).toEqual([2, 10]);
    expect(again?.chat).toEqual({
      id: "c1",
      title: "And then?",
      createdAt: 20,
      updatedAt: 30,
      pinned: false,
    });
  });

  it("are listed with pinned ones first, then by last question", async () => {
    const { chats } = openTestStore();
    await chats.putTurn(turn({ chatId: "old", askedAt: 1 }));
    await chats.putTurn(turn({ chatId: "new", askedAt: 3 }));
    await chats.putTurn(turn({ chatId: "pinned", askedAt: 2 }));
    await chats.change("pinned", { pinned: true });
    expect(await ids(chats.list(""))).toEqual(["pinned", "new", "old"]);
  });

  it("are found by words of title, question and answer, in any turn and any case", async () => {
    const { chats } = openTestStore();
    await chats.putTurn(turn({ chatId: "a", id: 1, question: "When does it ship?", text: "On Monday." }));
    await chats.putTurn(turn({ chatId: "a", id: 2, question: "Who says so?", text: "Ada." }));
    await chats.putTurn(turn({ chatId: "b", question: "When does it ship?", text: "Nobody knows." }));
    await chats.change("a", { title: "Release plans" });
    expect(await ids(chats.list("monday ADA release"))).toEqual(["a"]);
    expect(await ids(chats.list("ship"))).toEqual(["a", "b"]);
    expect(await ids(chats.list("tuesday"))).toEqual([]);
  });

  it("are deleted with their turns, and are not restored by an answer that ends later", async () => {
    const { chats } = openTestStore();
    await chats.putTurn(turn({ chatId: "a" }));
    await chats.putTurn(turn({ chatId: "b" }));
    await chats.delete(["a"]);
    await chats.settleTurn(turn({ chatId: "a", text: "Too late." }));
    expect(await chats.get("a")).toBeUndefined();
    expect(await chats.list("late")).toEqual([]);
    expect(await ids(chats.list(""))).toEqual(["b"]);
    await expect(chats.change("a", { pinned: true })).rejects.toMatchObject({ code: "not-found" });
  });

  it("keep no text of a source that was removed", async () => {
    const store = openTestStore();
    const { chats } = store;
    await store.addSource(sourceFixture({ id: "gone" }));
    const cited = (sourceId: string) => [{ ...CITATION, sourceId }];
    await chats.putTurn(turn({ id: 1, question: "One?", text: "Secret [1].", citations: cited("gone") }));
    await chats.putTurn(turn({ id: 2, question: "Two?", text: "Other [1].", citations: cited("stays") }));
    await chats.putTurn(turn({ id: 3, question: "secret words", find: true, text: "- Secret" }));
    await chats.putTurn(turn({ chatId: "lists", question: "secret list", find: true, text: "- Secret" }));
    await store.removeSource("gone");
    const { turns } = (await chats.get("c1"))!;
    expect(turns.map(({ question, text, citations }) => [question, text, citations.length])).toEqual([
      ["One?", "", 0],
      ["Two?", "Other [1].", 1],
    ]);
    expect(turns[0]).toMatchObject({ status: "failed", problem: { code: "forgotten" } });
    expect(await ids(chats.list(""))).toEqual(["c1"]);
  });

  it("shorten a pasted page to a title", async () => {
    const { chats } = openTestStore();
    await chats.putTurn(turn({ question: "word ".repeat(100) }));
    const [chat] = await chats.list("");
    expect(chat?.title).toMatch(/^word .*word…$/);
    expect(chat?.title.length).toBeLessThanOrEqual(80);
  });
});

function turn(patch: Partial<Turn>): Turn {
  const asked = { chatId: "c1", id: 1, question: "When does it ship?", scope: {}, askedAt: 0 };
  return { ...createTurn({ ...asked, ...patch }), ...patch };
}

async function ids(list: Promise<readonly { readonly id: string }[]>): Promise<readonly string[]> {
  return (await list).map(({ id }) => id);
}
