import { expect, test } from "vitest";
import { DAY_MS } from "../../util/durations";
import { slack } from ".";
import { GENERAL } from "./testing/fake-slack-data";
import { createSlackFixture } from "./testing/slack-fixture";

const RANDOM = "C061EG9T2";
const { signal } = new AbortController();
const dayOne = `day:${GENERAL}:2025-01-01`;

test("slack names the channel that does not exist", async () => {
  const { context } = await createSlackFixture({ channels: "#general, genral" });
  await expect(slack.create(context).pull(undefined, signal)).rejects.toMatchObject({
    code: "settings",
    message: 'Cannot find channel "genral" in Slack: change "Channels"',
  });
});

test("slack accepts the address of a channel's page, and goes on when one of the chosen channels was deleted", async () => {
  const link = `https://acme.slack.com/archives/${GENERAL}`;
  const { world, pass, ids } = await createSlackFixture({ channels: `${link}, random` });
  world.addChannel(RANDOM, "random");
  world.post(GENERAL, "Good morning");
  world.post(RANDOM, "Lunch?");
  await pass();
  expect(await ids()).toEqual([dayOne, `day:${RANDOM}:2025-01-01`].sort());
  world.leave(RANDOM);
  await pass();
  expect(await ids()).toEqual([dayOne]);
});

test("slack keeps the cursor small while it reads a day of thousands of messages, and notes the omission", async () => {
  const { world, clock, context, texts, store, run } = await createSlackFixture({}, 200);
  const thread = world.post(GENERAL, "Who is there?");
  world.post(GENERAL, "Me", { thread_ts: thread });
  for (let number = 1; number <= 3_000; number++) {
    clock.advance(1_000);
    world.post(GENERAL, `Line ${number} ${"x".repeat(500)}`);
  }
  clock.advance(DAY_MS);
  let longest = 0;
  const connector = slack.create(context);
  for (let cursor: string | undefined, done = false; !done; ) {
    const page = await connector.pull(cursor, signal);
    longest = Math.max(longest, page.cursor.length);
    ({ cursor, done } = page);
  }
  expect(longest).toBeLessThan(1_500_000);
  await run();
  const said = (await texts(dayOne)) ?? [];
  expect(said).toHaveLength(1_000);
  expect(said.at(-1)).toContain("Line 3000");
  const row = await store.ledger("source", { offset: 0, limit: 10 });
  expect(row.map(({ itemId }) => itemId)).toContain(`thread:${GENERAL}:${thread}`);
  const again = await connector.fetchItems?.([dayOne], signal);
  expect(again?.documents[0]?.version).toBe(row.find(({ itemId }) => itemId === dayOne)?.version);
  expect(again?.documents[0]?.content).toMatchObject({ note: "Only its last 1000 messages are here" });
});
