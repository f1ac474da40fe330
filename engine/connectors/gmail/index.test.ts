import type { gmail_v1 } from "@googleapis/gmail";
import { describe, expect, test } from "vitest";
import type { Settings } from "../../model/source";
import { testService } from "../../testing/suites/test-service";
import { createGoogleFixture } from "../shared/vendors/google/testing/google-fixture";
import { gmail } from ".";
import { createFakeGmail } from "./testing/fake-gmail";

testService(gmail, createFakeGmail);

const createFixture = (settings: Settings = {}) => createGoogleFixture(gmail, createFakeGmail, { settings });

/** Conversations requested since the mark. */
const readThreads = (requests: readonly URL[], from = 0) =>
  requests.slice(from).filter(({ pathname }) => pathname.includes("/threads/")).length;

const { signal } = new AbortController();

describe("Gmail", () => {
  test("requests nothing when a message was read or starred", async () => {
    const { vendor, pull } = await createFixture();
    const id = vendor.create("quartz");
    await pull();
    const mark = vendor.requests.length;
    vendor.mailbox.label(id, { remove: ["UNREAD"], add: ["STARRED"] });
    await pull();
    expect(readThreads(vendor.requests, mark)).toBe(0);
  });

  test("indexes nothing again when only the history id is new", async () => {
    const { vendor, pull } = await createFixture();
    const id = vendor.create("quartz");
    await pull();
    vendor.mailbox.label(id, { add: ["STARRED"] });
    vendor.expireCursors?.();
    const [documents, touched] = [[], []] as [unknown[], unknown[]];
    for (const page of await pull()) {
      documents.push(...page.documents);
      touched.push(...(page.touched ?? []));
    }
    expect(documents).toEqual([]);
    expect(touched).toHaveLength(1);
  });

  test.each(["TRASH", "SPAM"])(
    "deletes a conversation that is moved to %s, and reads it when it is moved back",
    async (label) => {
      const { vendor, pull, ledgerIds } = await createFixture();
      const id = vendor.create("quartz");
      await pull();
      vendor.mailbox.label(id, { add: [label] });
      await pull();
      expect(await ledgerIds()).toEqual([]);
      vendor.mailbox.label(id, { remove: [label] });
      await pull();
      expect(await ledgerIds()).toEqual([id]);
    },
  );

  test("reads promotions only when that is set", async () => {
    const mail = { subject: "Sale", text: "Buy", labelIds: ["INBOX", "CATEGORY_PROMOTIONS"] };
    for (const promotions of [false, true]) {
      const { vendor, pass, titles } = await createFixture({ promotions });
      vendor.mailbox.receive(mail);
      await pass();
      vendor.mailbox.receive({ ...mail, subject: "Sale again" });
      await pass();
      expect(await titles()).toEqual(promotions ? ["Sale", "Sale again"] : []);
    }
  });

  test("reads only conversations with a chosen label", async () => {
    const { vendor, pass, titles } = await createFixture({ labels: "clients/north" });
    vendor.mailbox.receive({ subject: "North", text: "a", labelIds: ["INBOX", "Label_7"] });
    const other = vendor.mailbox.receive({ subject: "South", text: "b" });
    await pass();
    expect(await titles()).toEqual(["North"]);
    vendor.mailbox.label(other, { add: ["Label_7"] });
    await pass();
    expect(await titles()).toEqual(["North", "South"]);
    vendor.mailbox.label(other, { remove: ["Label_7"] });
    await pass();
    expect(await titles()).toEqual(["North"]);
  });

  test("names the label that does not exist", async () => {
    const { pull } = await createFixture({ labels: "Clients/West" });
    await expect(pull()).rejects.toMatchObject({
      code: "settings",
      message: 'Cannot find label "Clients/West" in Gmail: change "Labels"',
    });
  });

  test("leaves out conversations that ended before the chosen day", async () => {
    const { vendor, clock, pass, titles } = await createFixture({ since: "2025-01-02" });
    vendor.create("quartz");
    clock.advance(24 * 60 * 60_000);
    vendor.create("willow");
    await pass();
    expect(await titles()).toEqual(["About willow"]);
  });

  test("leaves out a conversation that consists of a draft", async () => {
    const { vendor, pass, titles } = await createFixture();
    vendor.mailbox.receive({ subject: "Unfinished", text: "Dear", labelIds: ["DRAFT"] });
    await pass();
    expect(await titles()).toEqual([]);
  });

  test("limits a search as it limits what is read", async () => {
    const { vendor, connector } = await createFixture();
    vendor.mailbox.receive({ subject: "Sale of quartz", text: "a", labelIds: ["CATEGORY_PROMOTIONS"] });
    vendor.create("quartz");
    const found = await connector().search?.({ text: '(quartz"', limit: 5 }, signal);
    expect(found?.map(({ title }) => title)).toEqual(["About quartz"]);
  });

  test("reports a conversation it cannot decode or that is nested too deeply, and reads the others", async () => {
    const { vendor, pull, documents, reasons } = await createFixture();
    const [broken, deep] = ["Broken", "Deep"].map((subject) =>
      vendor.mailbox.receive({ subject, text: "x" }),
    );
    vendor.create("quartz");
    const headers = [{ name: "Subject", value: "Broken" }];
    const body = { data: "%%% no base64" };
    vendor.mailbox.change(broken ?? "", { payload: { mimeType: "text/plain", headers, body } });
    let part: gmail_v1.Schema$MessagePart = { mimeType: "text/plain", body: { data: "YQ" } };
    for (let depth = 0; depth < 500; depth++) part = { mimeType: "multipart/mixed", parts: [part] };
    vendor.mailbox.change(deep ?? "", { payload: part });
    await pull();
    expect((await documents()).map(({ title }) => title)).toHaveLength(1);
    expect(Object.keys(await reasons()).sort()).toHaveLength(2);
  });
});

describe("Gmail's attachments", () => {
  const attachmentsOf = async ({ documents }: Awaited<ReturnType<typeof createFixture>>) => {
    const [document] = await documents();
    const { content } = document ?? {};
    return content?.kind === "thread" ? (content.messages[0]?.attachments ?? []) : [];
  };
  const file = { mimeType: "text/csv", content: "rope,metres\nSheet,12" };

  test("are fetched, and named with the reason where they are not", async () => {
    const fixture = await createFixture();
    fixture.vendor.mailbox.receive({
      subject: "Ropes",
      text: "See below",
      attachments: [
        { ...file, filename: "ropes.csv" },
        { ...file, filename: "huge.csv", size: 11 * 1024 * 1024 },
        { filename: "film.mp4", mimeType: "video/mp4", content: "x" },
      ],
    });
    await fixture.pull();
    expect(
      (await attachmentsOf(fixture)).map(({ name, bytes, reason }) => [
        name,
        bytes && new TextDecoder().decode(bytes),
        reason,
      ]),
    ).toEqual([
      ["ropes.csv", file.content, undefined],
      ["huge.csv", undefined, "is larger than 10 MB"],
      ["film.mp4", undefined, "is a video"],
    ]);
    const fetched = fixture.vendor.requests.filter(({ pathname }) => pathname.includes("/attachments/"));
    expect(fetched).toHaveLength(1);
  });

  test("are limited in number for a conversation", async () => {
    const fixture = await createFixture();
    const attachments = Array.from({ length: 32 }, (_, at) => ({ ...file, filename: `${at}.csv` }));
    fixture.vendor.mailbox.receive({ subject: "Ropes", text: "See", attachments });
    await fixture.pull();
    expect((await attachmentsOf(fixture)).map(({ reason }) => reason).slice(29)).toEqual([
      undefined,
      "comes after the first 30 files of the conversation",
      "comes after the first 30 files of the conversation",
    ]);
  });

  test("are only named for a search, which a person waits for", async () => {
    const { vendor, connector } = await createFixture();
    vendor.mailbox.receive({
      subject: "Ropes",
      text: "quartz",
      attachments: [{ ...file, filename: "a.csv" }],
    });
    const [document] = (await connector().search?.({ text: "quartz", limit: 5 }, signal)) ?? [];
    expect(document?.content).toMatchObject({
      messages: [{ attachments: [{ name: "a.csv", reason: "was not fetched" }] }],
    });
  });
});

test("Gmail reads a conversation again when the person labels it", async () => {
  const { vendor, pull, documents } = await createFixture();
  const id = vendor.create("quartz");
  await pull();
  vendor.mailbox.label(id, { add: ["Label_7", "Label_8"] });
  await pull();
  const [document] = await documents();
  expect(document?.content).toMatchObject({ heading: "Labels: Clients/North, Travel" });
});
