import { describe, expect, test } from "vitest";
import { slack } from ".";
import { EVERYTHING, FILES, shownWords } from "./testing/documented-content";
import { ADMINS, ELSEWHERE } from "./testing/fake-slack";
import { GENERAL, GRACE } from "./testing/fake-slack-data";
import { createSlackFixture } from "./testing/slack-fixture";

const dayOne = `day:${GENERAL}:2025-01-01`;
const { signal } = new AbortController();
const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text } });

describe("slack", () => {
  test("leaves words or a note of everything that a message may contain", async () => {
    const { world, pass, document, texts } = await createSlackFixture();
    const { blocks, attachments, files } = EVERYTHING;
    world.post(GENERAL, "Not shown", { blocks, attachments, files });
    await pass();
    const [text = ""] = (await texts(dayOne)) ?? [];
    for (const word of shownWords([blocks, attachments, files])) expect(text).toContain(word);
    expect((await document(dayOne))?.content.note).toBe(
      "Not read: 3 files (their names only: fileone, hostedtwo, externalone), 1 canvas (its name only: canvasone), " +
        "2 pictures (imagetwo, pictureone.png)",
    );
  });

  test("makes a document of a day of bots' posts, under their names", async () => {
    const { world, pass, document } = await createSlackFixture();
    const bot = { user: null, text: "", subtype: "bot_message", bot_id: "B1" };
    world.post(GENERAL, "", {
      ...bot,
      username: "Deploys",
      attachments: [{ title: "Build 7", text: "Failed" }],
    });
    world.post(GENERAL, "", {
      ...bot,
      username: null,
      bot_profile: { name: "Alerts" },
      blocks: [section("Disk full")],
    });
    world.post(GENERAL, "Reminder: pay", { user: "USLACKBOT", subtype: "slackbot_response" });
    world.post(GENERAL, "", { ...bot, user: GRACE, bot_profile: null, blocks: [section("By its user")] });
    await pass();
    expect((await document(dayOne))?.content).toMatchObject({
      messages: [
        { author: "Deploys", text: "Build 7\n\nFailed" },
        { author: "Alerts", text: "Disk full" },
        { author: "Slackbot", text: "Reminder: pay" },
        { author: "Grace Hopper", text: "By its user" },
      ],
    });
  });

  test("reads topics, purposes, reminders and what a huddle left, and leaves out joins", async () => {
    const { world, pass, texts } = await createSlackFixture();
    world.post(GENERAL, `<@${GRACE}> set the channel topic: Launch`, { subtype: "channel_topic" });
    world.post(GENERAL, "Reminder: stand-up", { user: "USLACKBOT", subtype: "reminder_add" });
    world.post(GENERAL, "A huddle happened", { subtype: "huddle_thread", files: [FILES[2] ?? {}] });
    world.post(GENERAL, `<@${GRACE}> has joined`, { subtype: "channel_join" });
    await pass();
    expect(await texts(dayOne)).toEqual([
      "@Grace Hopper set the channel topic: Launch",
      "Reminder: stand-up",
      "A huddle happened\n\nCanvas: [canvasone](https://acme.slack.com/docs/1)",
    ]);
  });

  test("names user groups and channels that the person is not in, each requested once", async () => {
    const { world, vendor, pass, texts } = await createSlackFixture();
    for (const words of ["Ask", "Tell"])
      world.post(GENERAL, `${words} <!subteam^${ADMINS}> in <#${ELSEWHERE}>`);
    world.post(GENERAL, "See <#C0GONE>");
    await pass();
    expect(await texts(dayOne)).toEqual([
      "Ask @admins in #elsewhere",
      "Tell @admins in #elsewhere",
      "See #C0GONE",
    ]);
    expect(vendor.calls("usergroups.list")).toBe(1);
    expect(vendor.calls("conversations.info")).toBe(2);
  });

  test("keeps a neutral mark for a user group that the sign-in may not read", async () => {
    const { world, vendor, pass, texts } = await createSlackFixture();
    vendor.denyMethod("usergroups.list");
    world.post(GENERAL, `Ask <!subteam^${ADMINS}>`);
    await pass();
    expect(await texts(dayOne)).toEqual(["Ask @group"]);
  });

  test("makes a document of a channel's topic and purpose, and follows them", async () => {
    const { world, pass, document, ids, context } = await createSlackFixture();
    const id = `channel:${GENERAL}`;
    const describe = (topic: string, fields = {}) =>
      world.addChannel(GENERAL, "general", {
        topic: { value: topic, creator: GRACE, last_set: 1_735_000_000 },
        purpose: { value: "News", creator: "", last_set: 0 },
        ...fields,
      });
    describe(`Launch on Friday, ask <@${GRACE}>`, {
      properties: { canvas: { file_id: "F1", is_empty: false } },
    });
    await pass();
    expect(await document(id)).toMatchObject({
      title: "#general",
      url: `https://acme.slack.com/archives/${GENERAL}`,
      updatedAt: 1_735_000_000_000,
      content: {
        text: "Channel #general\n\nTopic: Launch on Friday, ask @Grace Hopper\n\nPurpose: News",
        note: "Not read: its canvas",
      },
    });
    expect(await pass()).toEqual([]);
    describe("Launched");
    expect(await pass()).toEqual([id]);
    const again = await slack.create(context).fetchItems?.([id], signal);
    expect(again?.documents[0]?.content).toMatchObject({
      text: "Channel #general\n\nTopic: Launched\n\nPurpose: News",
    });
    world.addChannel(GENERAL, "general");
    expect(await pass()).toEqual([id]);
    expect(await ids()).toEqual([]);
  });

  test("finds what a bot wrote in blocks with the same words as a pull", async () => {
    const { world, pass, context, document } = await createSlackFixture();
    world.post(GENERAL, "budget", { blocks: [section("The *budget* is approved")], user: GRACE });
    await pass();
    const [found] = (await slack.create(context).search?.({ text: "budget", limit: 5 }, signal)) ?? [];
    expect(found?.content).toEqual((await document(dayOne))?.content);
  });

  test("counts a message that cannot be placed, and a conversation without an id", async () => {
    const { world, vendor, pass, document, ids, context } = await createSlackFixture();
    world.post(GENERAL, "Fine");
    const api: typeof context.api = async (url, init) => {
      const reply = (await (await context.api(url, init)).json()) as Record<string, unknown[]>;
      if (url.includes("history")) reply.messages?.push({ type: "message", text: "Nowhere" });
      if (url.includes("users.conversations")) reply.channels?.push({ name: "odd" });
      return Response.json(reply);
    };
    const pages = await slack.create({ ...context, api }).pull(undefined, signal);
    expect(pages.failures).toMatchObject([{ id: "channel:?", code: "read-item" }]);
    const next = await slack.create({ ...context, api }).pull(pages.cursor, signal);
    expect(next.documents[0]?.content).toMatchObject({ note: "1 of its messages cannot be read" });
    await pass();
    expect(vendor.calls("conversations.history")).toBeGreaterThan(1);
    expect(await ids()).toEqual([dayOne]);
    expect((await document(dayOne))?.content).not.toHaveProperty("note");
  });
});
