import { describe, expect, it } from "vitest";
import { convert } from "../convert-document";
import { sourceFile } from "../testing/source-file";

const card = (...lines: readonly string[]) => ["BEGIN:VCARD", ...lines, "END:VCARD", ""].join("\r\n");

describe("convert() of contacts", () => {
  it("writes each card as lines with the kinds of numbers and addresses", async () => {
    const text = card(
      "VERSION:3.0",
      "N:Lind;Bo;;Dr.;",
      "FN:Dr. Bo Lind",
      "ORG:Rigging\\, Ltd;Sails",
      "TITLE:Rigger",
      "TEL;TYPE=CELL,VOICE:+46 70 555",
      "item1.TEL:+46 8 555",
      "item1.X-ABLabel:_$!<Boathouse>!$_",
      "EMAIL;TYPE=INTERNET;TYPE=WORK:bo@example.com",
      "ADR;TYPE=HOME:;;Pier 3;Oslo;;0150;Norway",
      "BDAY:1980-05-03",
      "NOTE:Has the key.\\nCalls back.",
      "PHOTO;ENCODING=b:AAAA",
      " BBBB",
    );
    expect(await convert(sourceFile("people.vcf", text))).toEqual({
      text: [
        "Name: Dr. Bo Lind",
        "Organisation: Rigging, Ltd, Sails",
        "Job title: Rigger",
        "Phone (mobile): +46 70 555",
        "Phone (boathouse): +46 8 555",
        "Email address (work): bo@example.com",
        "Address (home): Pier 3, Oslo, 0150, Norway",
        "Birthday: 3 May 1980",
        "Note: Has the key. · Calls back.",
      ].join("\n"),
      format: "plain",
      note: "1 picture not read",
    });
  });

  it("decodes cards of vCard 2.1", async () => {
    const text =
      card(
        "VERSION:2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=\r\n=B6rg;;;",
        "TEL;HOME;VOICE:030 555",
        "NOTE;CHARSET=windows-1252;QUOTED-PRINTABLE:K=E4se",
        "BDAY:--0503",
      ) + card("VERSION:2.1", "ORG:Harbour", "TEL:1");
    expect((await convert(sourceFile("old", text))).text).toBe(
      "Name: Jörg Müller\nPhone (home): 030 555\nNote: Käse\nBirthday: 3 May\n\nName: Harbour\nOrganisation: Harbour\nPhone: 1",
    );
  });
});
