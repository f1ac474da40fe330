import { describe, expect, it } from "vitest";
import { convert } from "../convert-document";
import { makeFlatOdf, makeOdf, type OdfKind, type OdfOptions } from "../testing/make-odf";
import { makeZip } from "../testing/make-zip";
import { sourceFile } from "../testing/source-file";

const read = (kind: OdfKind, body: string, options: OdfOptions = {}) =>
  convert(sourceFile("a.odt", makeOdf(kind, body, options)));

describe("convert() of an OpenDocument text", () => {
  it("reads headings, spaces, links, notes, comments, changes, headers and its properties", async () => {
    const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>
      <text:table-of-content><text:p>Dock 1</text:p></text:table-of-content>
      <text:h text:outline-level="2">Dock</text:h>
      <text:p>Led by<text:s text:c="2"/>Rune<text:line-break/><text:a xlink:href="https://example.com/r">Aas</text:a><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Since May.</text:p></text:note-body></text:note><office:annotation><dc:creator>Ann</dc:creator><text:p>Check this.</text:p></office:annotation>.</text:p>`;
    const converted = await read("text", body, {
      meta: "<dc:title>Letter</dc:title><dc:creator>Rune</dc:creator>",
      masters:
        "<style:master-page><style:header><text:p>File 7</text:p></style:header><style:footer><text:p>3</text:p></style:footer></style:master-page>",
    });
    expect(converted).toEqual({
      format: "markdown",
      title: "Letter",
      author: "Rune",
      text: `## Dock

Led by Rune
[Aas](https://example.com/r) (1).

Footnote 1: Since May.

Comment by Ann: Check this.

Page header: File 7`,
      note: "Tracked changes are read as accepted: 1",
    });
  });

  it("reads numbered and nested lists, tables with spans, text boxes, pictures and charts", async () => {
    const styles = `<text:list-style style:name="L"><text:list-level-style-number style:num-format="1" style:num-suffix=")" text:start-value="3"/><text:list-level-style-bullet/></text:list-style>`;
    const item = (text: string, more = "") =>
      `<text:list-item><text:p>${text}</text:p>${more}</text:list-item>`;
    const cell = (text: string, attributes = "") =>
      `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
    const row = (...cells: string[]) => `<table:table-row>${cells.join("")}</table:table-row>`;
    const covered = "<table:covered-table-cell/>";
    const body = `<text:list text:style-name="L">${item("three", `<text:list>${item("inner")}</text:list>`)}${item("four")}</text:list>
      <table:table>${row(cell("Day", 'table:number-rows-spanned="2"'), cell("Early", 'table:number-columns-spanned="2"'), covered)}${row(covered, cell("Pier"), cell("Office"))}${row(cell("Monday"), cell("Ida"), cell("Ole"))}</table:table>
      <text:p>Text<draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box></draw:frame><draw:frame><draw:image/><svg:desc>The quay</svg:desc></draw:frame><draw:frame><draw:object xlink:href="./Object 1"/><draw:image/></draw:frame></text:p>`;
    const parts = {
      "Object 1/content.xml": `<office:document-content><office:body><office:chart><chart:chart><chart:title><text:p>Income</text:p></chart:title><table:table>${row(cell(""), cell("EUR"))}${row(cell("May"), cell("10"))}</table:table></chart:chart></office:chart></office:body></office:document-content>`,
    };
    const { text, note } = await read("text", body, { styles, parts });
    expect(text).toBe(`3) three
   - inner
4) four

| Day | Early Pier | Early Office |
| --- | --- | --- |
| Monday | Ida | Ole |

Text

In the box

Picture: The quay

Chart: Income

|  | EUR |
| --- | --- |
| May | 10 |`);
    expect(note).toBe("Left out: 1 picture");
  });

  it("reads a flat file, and names a protected one", async () => {
    expect(
      await convert(sourceFile("a.fodt", makeFlatOdf("text", "<text:p>Flat words</text:p>"))),
    ).toMatchObject({
      text: "Flat words",
      title: "Flat",
    });
    const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`;
    const locked = makeZip({
      mimetype: "application/vnd.oasis.opendocument.text",
      "content.xml": "x",
      "META-INF/manifest.xml": manifest,
    });
    await expect(convert(sourceFile("a.odt", locked))).rejects.toMatchObject({
      code: "read-item",
      message: expect.stringContaining("it is protected by a password; save a copy"),
    });
  });
});

describe("convert() of an OpenDocument spreadsheet", () => {
  it("reads sheets with dates, repeated and merged cells, comments, and says what is hidden", async () => {
    const cell = (text: string, attributes = 'office:value-type="string"', more = "") =>
      `<table:table-cell ${attributes}>${more}<text:p>${text}</text:p></table:table-cell>`;
    const empty = '<table:table-cell table:number-columns-repeated="16380"/>';
    const sheet = (name: string, style: string, rows: string) =>
      `<table:table table:name="${name}" table:style-name="${style}"><table:table-column/>${rows}</table:table>`;
    const rows = `<table:table-row>${cell("Boat")}${cell("Day")}${cell("Paid")}${empty}</table:table-row>
      <table:table-row>${cell("Bruno", 'office:value-type="string" table:number-rows-spanned="2"', "<office:annotation><dc:creator>Ann</dc:creator><text:p>Call</text:p></office:annotation>")}${cell("01.03.26", 'office:value-type="date" office:date-value="2026-03-01"')}${cell("12,5 %", 'office:value-type="percentage" office:value="0.125"')}</table:table-row>
      <table:table-row table:visibility="collapse"><table:covered-table-cell/>${cell("x", 'office:value-type="date" office:date-value="2026-03-02T14:30:00"')}${cell("5,00 €", 'office:value-type="currency" office:value="5"')}</table:table-row>
      <table:table-row table:number-rows-repeated="1048573">${empty}</table:table-row>`;
    const styles =
      '<style:style style:name="hid"><style:table-properties table:display="false"/></style:style>';
    const body =
      sheet("Plan", "shown", rows) +
      sheet("Costs", "hid", `<table:table-row>${cell("Crane")}</table:table-row>`);
    expect(await read("spreadsheet", body, { styles })).toMatchObject({
      text: `## Plan

| Boat | Day | Paid |
| --- | --- | --- |
| Bruno (Comment by Ann: Call) | 2026-03-01 | 12,5 % |
| Bruno (Comment by Ann: Call) | 2026-03-02 14:30 | 5,00 € |

## Costs

Crane`,
      note: 'Read as well: 1 hidden row of the sheet "Plan"; Read as well: the hidden sheet "Costs"',
    });
  });
});

describe("convert() of an OpenDocument presentation", () => {
  it("reads slides with titles, lists, tables, notes and hidden ones", async () => {
    const box = (kind: string, inside: string, y = 1) =>
      `<draw:frame presentation:class="${kind}" svg:x="1cm" svg:y="${y}cm" svg:width="9cm" svg:height="1cm"><draw:text-box>${inside}</draw:text-box></draw:frame>`;
    const list =
      "<text:list><text:list-item><text:p>900 EUR a day</text:p></text:list-item><text:list-item><text:p>Open in May</text:p></text:list-item></text:list>";
    const body = `<draw:page>${box("outline", list, 5)}${box("title", "<text:p>The dock</text:p>")}<presentation:notes>${box("notes", "<text:p>Be brief.</text:p>")}</presentation:notes></draw:page>
      <draw:page draw:style-name="hid">${box("subtitle", "<text:p>Lower.</text:p>", 9)}${box("subtitle", "<text:p>Upper.</text:p>", 3)}</draw:page>`;
    const styles =
      '<style:style style:name="hid"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>';
    expect(await read("presentation", body, { styles })).toMatchObject({
      text: `## Slide 1: The dock

- 900 EUR a day
- Open in May

Notes: Be brief.

## Slide 2

Upper.

Lower.`,
      note: "Read as well: the hidden slide 2",
    });
  });
});
