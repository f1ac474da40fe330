import { describe, expect, it } from "vitest";
import { convert } from "../convert-document";
import { sourceFile } from "../testing/source-file";

const HEADERS = `From: "Ann Lee" <ann@example.com>\r
To: Bob <bob@example.com>, carl@example.com\r
Date: Tue, 3 Mar 2026 10:00:00 +0100\r
Subject: =?utf-8?q?Caf=C3=A9_plans?=\r
`;

describe("convert() of a mail", () => {
  it("includes headers, body and the names of attachments", async () => {
    const mail = `${HEADERS}MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary=b\r
\r
--b\r
Content-Type: text/plain; charset=iso-8859-1\r
Content-Transfer-Encoding: quoted-printable\r
\r
The caf=E9 opens in May.\r
--b\r
Content-Type: application/pdf; name="lease.pdf"\r
Content-Disposition: attachment; filename="lease.pdf"\r
Content-Transfer-Encoding: base64\r
\r
AAAA\r
--b--\r
`;
    expect(await convert(sourceFile("mail.eml", mail))).toEqual({
      text:
        "From: Ann Lee (ann@example.com)\nTo: Bob (bob@example.com), carl@example.com\n" +
        "Date: 2026-03-03T09:00:00.000Z\nSubject: Café plans\n\nThe café opens in May.\n\nAttachments: lease.pdf",
      format: "plain",
      title: "Café plans",
      author: "Ann Lee",
      note: 'attachment "lease.pdf" is not read: Cannot read PDF "lease.pdf": the file is damaged',
    });
  });

  it("turns an HTML body into Markdown", async () => {
    const mail = `${HEADERS}Content-Type: text/html\r\n\r\n<style>p{}</style><h2>Menu</h2><p>See <a href="https://e.com/m">here</a></p>`;
    const converted = await convert(sourceFile("mail.eml", mail));
    expect(converted.format).toBe("markdown");
    expect(converted.text.endsWith("\n\n## Menu\n\nSee [here](https://e.com/m)")).toBe(true);
  });

  it("rejects a file without mail headers", async () => {
    await expect(convert(sourceFile("x.eml", "just some words\n\nand more"))).rejects.toMatchObject({
      code: "read-item",
      message: 'Cannot read mail "x.eml": it has no mail headers',
    });
  });

  it("reads every attachment by its own format, below a heading with its name", async () => {
    const { text, format, parts, note } = await convert(
      sourceFile(
        "mail.eml",
        multipart(
          ["Content-Type: text/plain", "See the table."],
          [
            'Content-Type: text/csv; name="ropes.csv"\r\nContent-Disposition: attachment',
            "rope,metres\r\nSheet,12",
          ],
          [
            'Content-Type: text/plain; charset=iso-2022-jp\r\nContent-Disposition: attachment; filename="memo.txt"',
            "\x1b$B2A3J\x1b(B",
          ],
          [
            "Content-Type: message/rfc822",
            "From: Yard <yard@example.com>\r\nSubject: Paint\r\nDate: Mon, 2 Mar 2026 09:00:00 +0100\r\n\r\nIt dries in a day.",
          ],
          ['Content-Type: image/png; name="a.png"\r\nContent-Transfer-Encoding: base64', "iVBORw0KGgo="],
          ['Content-Type: application/zip; name="b.zip"\r\nContent-Transfer-Encoding: base64', "UEsDBA=="],
        ),
      ),
    );
    expect(format).toBe("markdown");
    expect(text).toContain("Attachments: ropes.csv, memo.txt, mail.eml, a.png, b.zip");
    expect(text).toContain("## Attachment: ropes.csv\n\n");
    expect(text).toMatch(/rope: Sheet\n+metres: 12/);
    expect(text).toContain("## Attachment: memo.txt\n\n価格");
    expect(text).toContain("## Attachment: mail.eml (Paint)\n\nFrom: Yard (yard@example.com)");
    expect(note).toMatch(/^1 picture is not read; attachment "b\.zip" /);
    expect(
      parts?.map(({ author, start, end }) => [author, text.slice(start, end).split("\n").at(-1)]),
    ).toEqual([
      ["Ann Lee", "価格"],
      ["Yard", "It dries in a day."],
    ]);
  });

  it("reads an invitation once that is in the mail as a form of the body and as a file", async () => {
    const calendar =
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Crane\r\nDTSTART;TZID=Asia/Seoul:20260707T083000\r\nEND:VEVENT\r\nEND:VCALENDAR";
    const mail = multipart(
      [
        "Content-Type: multipart/alternative; boundary=c",
        `--c\r\n\r\nYou are invited.\r\n--c\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n${calendar}\r\n--c--`,
      ],
      ['Content-Type: application/ics; name="invite.ics"\r\nContent-Disposition: attachment', calendar],
    );
    const { text } = await convert(sourceFile("mail.eml", mail));
    expect(text).toContain("You are invited.\n\nAttachments: invitation.ics, invite.ics");
    expect(text.split("When: Tuesday, 7 July 2026, 08:30 (Asia/Seoul)")).toHaveLength(2);
  });

  it("marks the message that a reply quotes, as its writer's", async () => {
    const html = `<div class=WordSection1><p>It costs 48 euros.</p><div style="border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Klaus Brandt &lt;klaus@example.com&gt;<br><b>Sent:</b> Monday, 2 March 2026 17:01<br><b>To:</b> Ann Lee<br><b>Subject:</b> Price</p></div><p>It costs 39 euros.</p></div>`;
    const { text, parts } = await convert(
      sourceFile("mail.eml", `${HEADERS}Content-Type: text/html\r\n\r\n${html}`),
    );
    expect(text).toContain("On Monday, 2 March 2026 17:01 Klaus Brandt wrote:\n\n> **From:** Klaus Brandt");
    expect(text.endsWith("> It costs 39 euros.")).toBe(true);
    expect(parts?.map(({ author }) => author)).toEqual(["Ann Lee", "Klaus Brandt"]);
  });

  it.each([
    ["display: none", ""],
    ["font-size:0; line-height:0", ""],
    ["max-height:0px;overflow:hidden;mso-hide:all", ""],
    ["opacity:0", ""],
    ["", "<style>@media screen { .x { display: block } } .pre { display:none !important }</style>"],
  ])("leaves out a preheader that is hidden by %j%s", async (style, sheet) => {
    const html = `<html><head>${sheet}</head><body><div class="pre" style="${style}">Secret words</div><td style="font-size:0"><div style="font-size:14px;mso-hide:all">Shown words</div></td></body></html>`;
    const { text } = await convert(sourceFile("m.eml", `${HEADERS}Content-Type: text/html\r\n\r\n${html}`));
    expect(text).toContain("Shown words");
    expect(text).not.toContain("Secret");
  });

  it("keeps rows of prices in tables that declare to be layout, and unfolds layout", async () => {
    const price = (name: string, value: string) =>
      `<tr><td><table role=presentation><tr><td><div>${name}</div></td></tr></table></td><td><p>${value}</p></td></tr>`;
    const html = `<table role=presentation><tr><td><h1>Offers</h1></td></tr><tr><td><table role=presentation>${price("Rope", "9 EUR")}${price("Hook", "24 EUR")}</table></td></tr><tr><td>Total</td><td>33 EUR</td></tr></table>`;
    const { text } = await convert(sourceFile("m.eml", `${HEADERS}Content-Type: text/html\r\n\r\n${html}`));
    expect(text.split("\n\n").slice(1)).toEqual([
      "# Offers",
      "|  |  |\n| --- | --- |\n| Rope | 9 EUR |\n| Hook | 24 EUR |",
      "Total · 33 EUR",
    ]);
  });

  it("reads the HTML in place of a stub, and both where each says something else", async () => {
    const alternative = (plain: string, html: string) =>
      multipart([
        "Content-Type: multipart/alternative; boundary=c",
        `--c\r\nContent-Type: text/plain\r\n\r\n${plain}\r\n--c\r\nContent-Type: text/html\r\n\r\n${html}\r\n--c--`,
      ]);
    const long =
      "The mast is twelve metres tall and the boom four; the yard stores both in the northern hall.";
    const stub = await convert(sourceFile("m.eml", alternative("Please switch on HTML", `<p>${long}</p>`)));
    expect(stub.text.endsWith(`\n\n${long}`)).toBe(true);
    const words = Array.from({ length: 30 }, (_, at) => `word${at}`).join(" ");
    const both = await convert(sourceFile("m.eml", alternative(words, `<p>${long}</p>`)));
    expect(both.text.endsWith(`\n\n${long}\n\n${words}`)).toBe(true);
  });

  it("joins flowed lines, and keeps quotes and the mark of the signature", async () => {
    const body = "The key is with \r\nMrs B.\r\n> Old \r\n> words.\r\n-- \r\nJ";
    const mail = `${HEADERS}Content-Type: text/plain; format=flowed\r\n\r\n${body}`;
    const { text } = await convert(sourceFile("m.eml", mail));
    expect(text.split("Subject: Café plans\n\n")[1]).toBe("The key is with Mrs B.\n\n> Old words.\n\n--\nJ");
  });

  it.each([
    ["white space", (count: number) => `a${" ".repeat(count)}b`],
    ["a word", (count: number) => `From: ${"a".repeat(count)}\r\nSubject: b`],
  ])("reads a mail with %s of 400,000 characters", async (_, body) => {
    const { text } = await convert(sourceFile("m.eml", `${HEADERS}\r\n${body(400_000)}\r\n`));
    expect(text.length).toBeGreaterThan(400_000);
  });

  it("reads a file of Apple Mail, and a mail without an ending", async () => {
    const mail = `${HEADERS}MIME-Version: 1.0\r\n\r\nThe key hangs here.`;
    expect((await convert(sourceFile("1.emlx", `${mail.length}\n${mail}<?xml?>`))).text).toMatch(/here\.$/);
    expect((await convert(sourceFile("saved", mail))).title).toBe("Café plans");
  });
});

/** A mail of these parts, each with its header lines and its content. */
function multipart(...parts: readonly (readonly [headers: string, content: string])[]): string {
  const written = parts.map(([headers, content]) => `--b\r\n${headers}\r\n\r\n${content}\r\n`);
  return `${HEADERS}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${written.join("")}--b--\r\n`;
}
