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
});
