import { expect, test } from "vitest";
import type { LiveReply } from "../../../engine/model/live";
import { toLiveSources } from "./to-live-sources";

const REPLY: LiveReply = { sourceId: "slack", label: "Slack", problem: "No reply within the time limit" };
const { signal } = new AbortController();

async function collect(replies: AsyncIterable<LiveReply>): Promise<LiveReply[]> {
  const all: LiveReply[] = [];
  for await (const reply of replies) all.push(reply);
  return all;
}

test("toLiveSources() gives every reply in turn and ends after the last", async () => {
  const sources = toLiveSources(
    async (_, onReply) => {
      onReply(REPLY);
      await Promise.resolve();
      onReply({ ...REPLY, sourceId: "jira" });
    },
    (onReply) => onReply,
  );
  const replies = await collect(sources.search({ text: "leave", limit: 5 }, signal));
  expect(replies.map(({ sourceId }) => sourceId)).toEqual(["slack", "jira"]);
});

test("toLiveSources() passes a failure of the whole search on", async () => {
  const sources = toLiveSources(
    () => Promise.reject(new Error("The page is gone")),
    (onReply) => onReply,
  );
  await expect(collect(sources.search({ text: "leave", limit: 5 }, signal))).rejects.toThrow(
    "The page is gone",
  );
});
