import { describe, expect, it } from "vitest";
import { convert } from "../convert-document";
import { sourceFile } from "../testing/source-file";

const MAILBOX = [
  "From ann@example.com Tue Mar  3 10:00:00 2026",
  "From: Ann Lee <ann@example.com>",
  "Subject: Keys",
  "Date: Tue, 3 Mar 2026 10:00:00 +0100",
  "Content-Type: text/plain; charset=utf-8",
  "Content-Transfer-Encoding: quoted-printable",
  "",
  "The key h=C3=A4ngt here.",
  ">From now on nobody takes it.",
  "From here it is two steps.",
  "",
  "From bob@example.com Wed Mar  4 11:00:00 2026",
  "From: Bob <bob@example.com>",
  "Subject: Re: Keys",
  "Date: Wed, 4 Mar 2026 11:00:00 +0100",
  "",
  "Good.",
  "",
  "On 3 March 2026 Ann Lee <ann@example.com> wrote:",
  "> The key hangs here.",
  "",
].join("\n");

describe("convert() of a mailbox", () => {
  it.each(["all.mbox", "Inbox", "mails.txt"])("reads its mails one after the other from %s", async (name) => {
    const { text, format, parts, note } = await convert(sourceFile(name, MAILBOX));
    expect(format).toBe("markdown");
    expect(note).toBeUndefined();
    expect(text).toContain("# Keys\n\nFrom: Ann Lee (ann@example.com)\nDate: 2026-03-03T09:00:00.000Z");
    expect(text).toContain("The key hängt here.\nFrom now on nobody takes it.\nFrom here it is two steps.");
    expect(
      parts?.map(({ author, sentAt, start, end }) => [author, sentAt, text.slice(start, end).slice(0, 6)]),
    ).toEqual([
      ["Ann Lee", Date.UTC(2026, 2, 3, 9), "# Keys"],
      ["Bob", Date.UTC(2026, 2, 4, 10), "# Re: "],
      ["Ann Lee", undefined, "On 3 M"],
    ]);
  });

  it("reads Windows line ends, and counts the mails that it cannot read", async () => {
    const damaged = `${MAILBOX}\nFrom x@example.com Thu Mar  5 11:00:00 2026\nX-Other: 1\n\nwords\n`;
    const { note, parts } = await convert(sourceFile("all.mbox", damaged.replaceAll("\n", "\r\n")));
    expect(parts).toHaveLength(3);
    expect(note).toBe(
      '1 of 3 mails are not read; Cannot read mail "mail 3 of all.mbox": it has no mail headers',
    );
  });

  it("leaves out what Thunderbird has marked as deleted, and says so", async () => {
    const marked = MAILBOX.replace("From: Bob", "X-Mozilla-Status: 0009\nFrom: Bob");
    const { text, note } = await convert(sourceFile("Inbox", marked));
    expect(text).not.toContain("Re: Keys");
    expect(note).toBe("1 deleted mail is left out");
  });

  it("takes a letter that begins with From for no mailbox", async () => {
    const text = "From here to the harbour it is a mile.\nBring: shoes";
    expect((await convert(sourceFile("letter.txt", text))).text).toBe(text);
    await expect(convert(sourceFile("x.mbox", text))).rejects.toMatchObject({
      code: "read-item",
      message: 'Cannot read mailbox "x.mbox": it has no mail in it',
    });
  });

  it("takes a sentence that begins with From for no mail", async () => {
    const sentence = "From the desk of: Bob\nSincerely: me";
    const file = MAILBOX.replace("From here it is two steps.", `It is near.\n\n${sentence}`);
    const { text, note } = await convert(sourceFile("all.mbox", file));
    expect(text).toContain(sentence);
    expect(note).toBeUndefined();
  });

  it("reads mails below a line without a time", async () => {
    const file = MAILBOX.replace(/^(From \S+) .*/gm, "$1");
    expect((await convert(sourceFile("all.mbox", file))).text).toContain("# Re: Keys");
  });
});
