import { describe, expect, it } from "vitest";
import { convert } from "../convert-document";
import { makeMsg } from "../testing/make-msg";
import { sourceFile } from "../testing/source-file";

describe("convert() of a mail of Outlook", () => {
  it("includes sender, recipients, date, body and attachments", async () => {
    const bytes = makeMsg({
      subject: "Käse plans",
      senderName: "Ann Lee",
      senderAddress: "ann@example.com",
      body: "The cheese comes in May.",
      sentAt: Date.UTC(2026, 2, 3, 9),
      recipients: [{ name: "Bob", address: "bob@example.com" }],
      attachments: [{ name: "ropes.csv", content: "rope,metres\nSheet,12" }],
    });
    expect((await convert(sourceFile("mail", bytes))).title).toBe("Käse plans");
    expect(await convert(sourceFile("mail.msg", bytes))).toEqual({
      text:
        "From: Ann Lee (ann@example.com)\nTo: Bob (bob@example.com)\nDate: 2026-03-03T09:00:00.000Z\nSubject: Käse plans\n\n" +
        "The cheese comes in May.\n\nAttachments: ropes.csv\n\n## Attachment: ropes.csv\n\nrope: Sheet\nmetres: 12",
      format: "markdown",
      title: "Käse plans",
      author: "Ann Lee",
    });
  });

  it("reads a body in HTML", async () => {
    const bytes = makeMsg({ subject: "A", senderName: "Ann", html: "<p>It costs <b>9 EUR</b>.</p>" });
    expect((await convert(sourceFile("mail.msg", bytes))).text).toBe(
      "From: Ann\nSubject: A\n\nIt costs **9 EUR**.",
    );
  });

  it("names the fault of a file that is none", async () => {
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]);
    for (const bytes of [ole, new TextEncoder().encode("hello, this is no mail")]) {
      await expect(convert(sourceFile("x.msg", bytes))).rejects.toMatchObject({ code: "read-item" });
    }
  });
});
