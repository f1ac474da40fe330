import { expect, test } from "vitest";
import type { LiveReply, LiveRequest } from "../../../engine/model/live";
import { toLiveSources } from "./to-live-sources";

const REPLY: LiveReply = { sourceId: "slack", label: "Slack", problem: "No reply within the time limit" };
const { signal } = new AbortController();

const stopped: string[] = [];

function createFixture(search: (onReply: (reply: LiveReply) => void) => Promise<void>) {
  const page = {
    searchLive: (_: string, __: LiveRequest, onReply: (reply: LiveReply) => void) => search(onReply),
    stopSearch: async (callId: string) => void stopped.push(callId),
  };
  return toLiveSources(page, (onReply) => onReply);
}

async function collect(replies: AsyncIterable<LiveReply>): Promise<LiveReply[]> {
  const all: LiveReply[] = [];
  for await (const reply of replies) all.push(reply);
  return all;
}

test("toLiveSources() gives every reply in turn and ends after the last", async () => {
  const sources = createFixture(async (onReply) => {
    onReply(REPLY);
    await Promise.resolve();
    onReply({ ...REPLY, sourceId: "jira" });
  });
  const replies = await collect(sources.search({ text: "leave", limit: 5 }, signal));
  expect(replies.map(({ sourceId }) => sourceId)).toEqual(["slack", "jira"]);
});

test("toLiveSources() passes a failure of the whole search on", async () => {
  const sources = createFixture(() => Promise.reject(new Error("The page is gone")));
  await expect(collect(sources.search({ text: "leave", limit: 5 }, signal))).rejects.toThrow(
    "The page is gone",
  );
});

test("toLiveSources() ends the page's search when nobody waits for it any more", async () => {
  const controller = new AbortController();
  const sources = createFixture(() => new Promise(() => {}));
  const collecting = collect(sources.search({ text: "leave", limit: 5 }, controller.signal));
  const before = stopped.length;
  controller.abort(new Error("Asked something else"));
  await expect(collecting).rejects.toThrow("Asked something else");
  expect(stopped).toHaveLength(before + 1);
});
