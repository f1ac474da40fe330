import { describe, expect, test } from "vitest";
import { WaitError } from "../../errors/wait-error";
import type { Settings } from "../../model/source";
import type { Fetch } from "../../ports/fetch";
import { openTestStore } from "../../testing/store/open-test-store";
import { runPass } from "../../testing/store/run-pass";
import { testService } from "../../testing/suites/test-service";
import { DAY_MS, HOUR_MS } from "../../util/durations";
import { slack } from ".";
import { createFakeSlack } from "./testing/fake-slack";
import { ADA, GENERAL, GRACE } from "./testing/fake-slack-data";
import { createSlackFixture } from "./testing/slack-fixture";

testService(slack, createFakeSlack);

const RANDOM = "C061EG9T2";
const { signal } = new AbortController();

const dayOne = `day:${GENERAL}:2025-01-01`;
const dayTwo = `day:${GENERAL}:2025-01-02`;

describe("slack", () => {
  test("makes one document of a day's messages without replies, each with its own address", async () => {
    const { world, clock, pass, ids, document, texts } = await createSlackFixture();
    const first = world.post(GENERAL, "Good morning");
    world.post(GENERAL, "Lunch?", { user: GRACE });
    clock.advance(DAY_MS);
    world.post(GENERAL, "Next day");
    await pass();
    expect(await ids()).toEqual([dayOne, dayTwo]);
    expect(await texts(dayOne)).toEqual(["Good morning", "Lunch?"]);
    const url = `https://acme.slack.com/archives/${GENERAL}/p${first.replace(".", "")}`;
    expect(await document(dayOne)).toMatchObject({
      title: "#general, 2025-01-01",
      url,
      container: ["#general"],
      people: ["ada.l", "Grace Hopper"],
      content: { messages: [{ author: "ada.l", url }, { author: "Grace Hopper" }] },
    });
  });

  test("removes a message from its day when it gets a reply", async () => {
    const { world, pass, texts } = await createSlackFixture();
    world.post(GENERAL, "Stays");
    const ts = world.post(GENERAL, "Who is in?");
    await pass();
    world.post(GENERAL, "Me", { thread_ts: ts, user: GRACE });
    const thread = `thread:${GENERAL}:${ts}`;
    expect((await pass()).sort()).toEqual([dayOne, thread]);
    expect(await texts(dayOne)).toEqual(["Stays"]);
    expect(await texts(thread)).toEqual(["Who is in?", "Me"]);
  });

  test("follows edited and deleted messages of a day", async () => {
    const { world, pass, texts, ids } = await createSlackFixture();
    const one = world.post(GENERAL, "One");
    const two = world.post(GENERAL, "Two");
    await pass();
    world.edit(GENERAL, one, "Uno");
    expect(await pass()).toEqual([dayOne]);
    expect(await texts(dayOne)).toEqual(["Uno", "Two"]);
    world.delete(GENERAL, one);
    world.delete(GENERAL, two);
    expect(await pass()).toEqual([dayOne]);
    expect(await ids()).toEqual([]);
  });

  test("reads the window again once a day, and finds changes of weeks ago", async () => {
    const { world, vendor, pass } = await createSlackFixture();
    const ts = world.post(GENERAL, "Old words");
    const thread = vendor.create("kept");
    vendor.create("mistaken");
    world.post(GENERAL, "Old, too");
    await pass();
    await pass(20 * DAY_MS);
    world.edit(GENERAL, ts, "Better words");
    vendor.remove("mistaken");
    expect(await pass(HOUR_MS)).toEqual([]);
    const said = await pass(DAY_MS);
    expect(said).toHaveLength(2);
    expect(said).toContain(dayOne);
    expect(said).not.toContain(thread);
  });

  test("finds an edited reply in a recently active thread", async () => {
    const { world, vendor, pass, texts } = await createSlackFixture();
    const thread = vendor.create("plan");
    const ts = thread.split(":")[2] ?? "";
    await pass();
    const [, reply] = world.thread(GENERAL, ts);
    world.edit(GENERAL, reply?.ts ?? "", "On second thought, no");
    expect(await pass(DAY_MS)).toEqual([thread]);
    expect((await texts(thread))?.[1]).toBe("On second thought, no");
  });

  test("reads a long thread to its end, each message once", async () => {
    const { world, pass, texts } = await createSlackFixture({}, 3);
    const ts = world.post(GENERAL, "Counting");
    const replies = Array.from({ length: 10 }, (_, at) => `Number ${at}`);
    for (const reply of replies) world.post(GENERAL, reply, { thread_ts: ts });
    await pass();
    expect(await texts(`thread:${GENERAL}:${ts}`)).toEqual(["Counting", ...replies]);
  });

  test("leaves out joins, topic changes, and a reply that was also sent to the channel", async () => {
    const { world, pass, ids } = await createSlackFixture();
    world.post(GENERAL, "<@U1> has joined", { subtype: "channel_join" });
    const ts = world.post(GENERAL, "Decided?");
    world.post(GENERAL, "Yes", { thread_ts: ts, subtype: "thread_broadcast" });
    await pass();
    expect(await ids()).toEqual([`thread:${GENERAL}:${ts}`]);
  });

  test("reports a message of the day that cannot be read, and keeps the others", async () => {
    const { world, pass, document } = await createSlackFixture();
    world.post(GENERAL, "Fine");
    world.post(GENERAL, null);
    await pass();
    expect((await document(dayOne))?.content).toMatchObject({
      messages: [{ text: "Fine" }],
      note: "1 of its messages cannot be read",
    });
  });

  test("reads yesterday of every conversation before last week of any", async () => {
    const { world, clock, context } = await createSlackFixture({}, 2);
    world.addChannel(RANDOM, "random");
    for (const day of [1, 2, 3, 4]) {
      for (const channel of [GENERAL, RANDOM]) {
        world.post(channel, `Morning of day ${day}`);
        world.post(channel, `Evening of day ${day}`);
      }
      clock.advance(DAY_MS);
    }
    const store = openTestStore({ clock });
    await store.addSource(context.source);
    const pages = await runPass({ definition: slack, context, store });
    const order = pages.flatMap(({ documents }) => documents.map(({ id }) => id.split(":")[2]));
    expect(order.slice(0, 4)).toEqual(["2025-01-04", "2025-01-04", "2025-01-03", "2025-01-03"]);
    expect(order).toHaveLength(8);
  });

  test("ends although Slack allows one page in each run", async () => {
    const { vendor, context, clock, run, ids, world } = await createSlackFixture({}, 2);
    vendor.create("first");
    for (let count = 0; count < 7; count++) world.post(GENERAL, `Words ${count}`);
    const last = vendor.create("last");
    let runs = 0;
    for (let isOver = false; !isOver && runs < 50; runs++) {
      clock.advance(60_000);
      let allowed = 1;
      const api: Fetch = (url, init) => {
        if (/history|replies/.test(url) && allowed-- <= 0) throw new WaitError(0, "Once a minute");
        return context.api(url, init);
      };
      isOver = await run({ ...context, api }).then(
        () => true,
        () => false,
      );
    }
    expect(runs).toBeGreaterThan(5);
    expect(runs).toBeLessThan(50);
    expect(await ids()).toContain(last);
    expect(await ids()).toHaveLength(3);
  });

  test("deletes the messages of a conversation the person has left", async () => {
    const { world, pass, ids } = await createSlackFixture();
    world.addChannel(RANDOM, "random");
    world.post(RANDOM, "Gossip");
    world.post(GENERAL, "News");
    await pass();
    world.channels.delete(RANDOM);
    expect(await pass()).toEqual([`day:${RANDOM}:2025-01-01`]);
    expect(await ids()).toEqual([dayOne]);
  });

  test.each<[string, Settings, readonly string[]]>([
    ["a channel by name", { channels: "#Random" }, [`day:${RANDOM}:2025-01-01`]],
    ["a later day", { since: "2025-01-02" }, [dayTwo]],
    [
      "direct messages too",
      { directMessages: true },
      [dayOne, dayTwo, "day:D0G9QPY56:2025-01-01", `day:${RANDOM}:2025-01-01`],
    ],
  ])("reads only what is chosen: %s", async (_, settings, expected) => {
    const { world, clock, pass, ids, context, run, store } = await createSlackFixture();
    world.addChannel(RANDOM, "random", { is_private: true });
    world.addChannel("D0G9QPY56", "", { is_im: true, user: GRACE });
    for (const channel of [GENERAL, RANDOM, "D0G9QPY56"]) world.post(channel, "Hello");
    clock.advance(DAY_MS);
    world.post(GENERAL, "Hello again");
    await pass();
    expect(await ids()).toEqual([dayOne, dayTwo, `day:${RANDOM}:2025-01-01`]);
    // New settings start without a cursor.
    await store.updateSource("source", { settings, cursor: undefined });
    await run({ ...context, source: { ...context.source, settings } });
    expect(await ids()).toEqual([...expected].sort());
  });

  test("names a direct message after its other members", async () => {
    const { world, pass, document } = await createSlackFixture({ directMessages: true });
    world.addChannel("D0G9QPY56", "", { is_im: true, user: GRACE });
    world.post("D0G9QPY56", "Hello");
    await pass();
    expect((await document("day:D0G9QPY56:2025-01-01"))?.title).toBe("Grace Hopper, 2025-01-01");
  });

  test("finds messages under the ids of the threads and days that contain them", async () => {
    const { world, clock, pass, context } = await createSlackFixture();
    const ts = world.post(GENERAL, "Where is the budget?");
    world.post(GENERAL, "The budget is in the drive", { thread_ts: ts, user: GRACE });
    world.post(GENERAL, "New budget tomorrow");
    world.addChannel("G1", "mpdm-ada--grace-1", { is_mpim: true });
    world.post("G1", "The secret budget");
    await pass();
    const search = (fields: object) =>
      slack.create(context).search?.({ text: "budget", limit: 5, ...fields }, signal);
    const found = await search({});
    expect(found?.map(({ id }) => id)).toEqual([`thread:${GENERAL}:${ts}`, dayOne]);
    expect(found?.[0]).toMatchObject({
      content: { messages: [{ author: "ada.l" }, { author: "Grace Hopper" }] },
    });
    expect(await search({ updatedAfter: clock.now() })).toEqual([]);
    expect(await search({ limit: 1 })).toHaveLength(1);
  });

  test("resolves the names of mentioned users", async () => {
    const { world, pass, texts } = await createSlackFixture();
    world.post(GENERAL, `<@${ADA}> and <@U000000> in <#${GENERAL}>`);
    await pass();
    expect(await texts(dayOne)).toEqual(["@ada.l and @Someone in #general"]);
  });
});
