import { expect, test } from "vitest";
import { convert } from "../../convert/convert-document";
import { makePdf } from "../../convert/testing/make-pdf";
import { createGoogleFixture } from "../shared/vendors/google/testing/google-fixture";
import { gmail } from ".";
import { createFakeGmail } from "./testing/fake-gmail";
import type { FakeAttachment } from "./testing/fake-mailbox";

const mail = "From: Yard <yard@example.com>\r\nSubject: Paint\r\n\r\nIt dries in amberwood days.";
const calendar =
  "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Quayside check\r\nDTSTART;TZID=Asia/Seoul:20260707T083000\r\nEND:VEVENT\r\nEND:VCALENDAR";

/** What a message may have attached, and the words or the note that it leaves. */
const KINDS: readonly (FakeAttachment & { readonly leaves: string })[] = [
  { filename: "notes.txt", mimeType: "text/plain", content: "Birchwater notes", leaves: "Birchwater" },
  { filename: "page.html", mimeType: "text/html", content: "<p>Cedarfield page</p>", leaves: "Cedarfield" },
  {
    filename: "ropes.csv",
    mimeType: "text/csv",
    content: "rope,metres\nElmline,12",
    leaves: "rope: Elmline",
  },
  {
    filename: "invite.ics",
    mimeType: "text/calendar",
    content: calendar,
    leaves: "Tuesday, 7 July 2026, 08:30 (Asia/Seoul)",
  },
  {
    filename: "people.vcf",
    mimeType: "text/vcard",
    content: "BEGIN:VCARD\r\nFN:Fern Lind\r\nEND:VCARD",
    leaves: "Name: Fern Lind",
  },
  { filename: "Paint.eml", mimeType: "message/rfc822", content: mail, leaves: "amberwood" },
  { filename: "data.json", mimeType: "application/json", content: '{"hazel": 1}', leaves: "hazel" },
  {
    filename: "plan.pdf",
    mimeType: "application/pdf",
    content: await makePdf(["Juniper plan of the yard"]),
    leaves: "Juniper",
  },
  {
    filename: "unknown.bin",
    mimeType: "application/octet-stream",
    content: new Uint8Array([0, 1, 2, 3, 0, 5]),
    leaves: 'attachment "unknown.bin"',
  },
  { filename: "photo.png", mimeType: "image/png", content: "x", leaves: "1 picture is not read" },
  { filename: "film.mp4", mimeType: "video/mp4", content: "x", leaves: 'attachment "film.mp4" is a video' },
  {
    filename: "voice.mp3",
    mimeType: "audio/mpeg",
    content: "x",
    leaves: 'attachment "voice.mp3" is an audio file',
  },
  {
    filename: "smime.p7s",
    mimeType: "application/pkcs7-signature",
    content: new Uint8Array([48, 130, 0, 1]),
    leaves: "smime.p7s",
  },
  {
    filename: "smime.p7m",
    mimeType: "application/pkcs7-mime",
    content: new Uint8Array([48, 130, 0, 1]),
    leaves: 'attachment "smime.p7m" is encrypted',
  },
];

test("every kind of content in a message of Gmail leaves words or a note", async () => {
  const { vendor, pull, documents } = await createGoogleFixture(gmail, createFakeGmail);
  vendor.mailbox.receive({
    subject: "All kinds",
    text: "Please switch on HTML",
    html: "<p>The kestrel words of the body, and a table.</p><table><tr><td>Rope</td><td>9 EUR</td></tr><tr><td>Hook</td><td>24 EUR</td></tr></table>",
    attachments: KINDS,
    labelIds: ["INBOX", "Label_8"],
  });
  await pull();
  const [document] = await documents();
  if (!document) throw new Error("No document was delivered");
  const { text, note = "" } = await convert(document);
  expect(text).toContain("Labels: Travel");
  expect(text).toContain("kestrel");
  expect(text).toContain("| Hook | 24 EUR |");
  for (const { filename, leaves } of KINDS) {
    expect(text).toContain(filename);
    expect([filename, `${text}\n${note}`.includes(leaves)]).toEqual([filename, true]);
  }
});
