import { describe, expect, it } from "vitest";
import { convert } from "../convert-document";
import { zipOfZeros } from "../testing/make-docx";
import { makeXlsx, sheetData, type TestWorkbook } from "../testing/make-xlsx";
import { makeZip } from "../testing/make-zip";
import { sourceFile } from "../testing/source-file";

const read = (workbook: TestWorkbook) => convert(sourceFile("plan.xlsx", makeXlsx(workbook)));
const readRows = async (rows: Parameters<typeof sheetData>[0], more: Partial<TestWorkbook> = {}) =>
  (await read({ sheets: [{ name: "Plan", xml: sheetData(rows) }], ...more })).text;

describe("convert() of a workbook", () => {
  it("writes each sheet under its name, with titles above tables that have the names of their columns", async () => {
    const prices = sheetData([
      ["Item", "EUR a day"],
      ["Crane", 240],
      ["Forklift", 95.5],
    ]);
    const plan = sheetData([
      ["Dock plan"],
      ["Kept by Ada"],
      [],
      ["Boat", "Week"],
      ["Bruno", 15],
      ["A|B", 16],
    ]);
    expect(
      await read({
        sheets: [
          { name: "Plan", xml: plan },
          { name: "Prices", xml: prices },
        ],
      }),
    ).toEqual({
      format: "markdown",
      text: `## Plan

Dock plan

Kept by Ada

| Boat | Week |
| --- | --- |
| Bruno | 15 |
| A\\|B | 16 |

## Prices

| Item | EUR a day |
| --- | --- |
| Crane | 240 |
| Forklift | 95.5 |`,
    });
  });

  it("shows dates in one form, and numbers as their format does", async () => {
    const formats = [
      "General",
      "m/d/yyyy",
      "dd.mm.yy h:mm",
      "mmm\\-yy",
      "h:mm AM/PM",
      "[h]:mm",
      "0.0%",
      "_-* #,##0.00\\ [$€-1]_-;\\-* #,##0.00\\ [$€-1]_-",
      '#,##0 "kg"',
      "00000",
      "yyyy-mm-dd hh:mm:ss",
    ];
    const values = [
      [45352, 1],
      [45352.75, 2],
      [45352, 3],
      [0.75, 4],
      [1.5, 5],
      [0.125, 6],
      [1234.5, 7],
      [2500, 8],
      [421, 9],
      [45352, 10],
      [4915112345678, 0],
      [0.1 + 0.2, 0],
    ] as const;
    const text = await readRows([["A", "B"], ...values.map((value, at) => [`v${at}`, value])], { formats });
    expect(
      text
        .split("\n")
        .slice(4)
        .map((line) => line.split(" | ")[1]?.replace(" |", "")),
    ).toEqual([
      "2024-03-01",
      "2024-03-01 18:00",
      "March 2024",
      "6:00 PM",
      "36:00",
      "12.5%",
      "1,234.50 €",
      "2,500 kg",
      "00421",
      "2024-03-01",
      "4915112345678",
      "0.3",
    ]);
  });

  it("reads dates of the 1904 system", async () => {
    const text = await readRows(
      [
        ["Name", "Day"],
        ["a", [43890, 0]],
      ],
      { formats: ["d/m/yyyy"], is1904: true },
    );
    expect(text).toContain("| a | 2024-03-01 |");
  });

  it("reads shared and rich strings, booleans, errors and the saved results of formulas", async () => {
    const xml = `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
      <row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#DIV/0!</v></c></row>
      <row r="3"><c r="A3" t="str"><f>A1&amp;"x"</f><v>joined</v></c><c r="B3"><f t="shared" si="0"/><v>7</v></c></row>
      <row r="4"><c r="A4" t="d"><v>2026-03-01T00:00:00</v></c><c r="B4"><f>SUM(B2:B3)</f></c></row></sheetData>`;
    const sharedStrings = ["<t>Kind</t>", "<r><t>Val</t></r><r><t>ue</t></r><rPh><t>reading</t></rPh>"];
    const { text, note } = await read({ sheets: [{ name: "S", xml }], sharedStrings });
    expect(text).toContain("| Kind | Value |");
    expect(text).toContain("| TRUE | #DIV/0! |\n| joined | 7 |\n| 2026-03-01 | =SUM(B2:B3) |");
    expect(note).toBe("Formulas without a saved result: 1; open and save the file to add them");
  });

  it("joins merged names of columns with the names below, and fills merged cells of rows", async () => {
    const rows = [
      ["Place", "Monday", undefined, "Tuesday", undefined],
      [undefined, "Early", "Late", "Early", "Late"],
      ["Office", "Ole", "Ida", "Nils", "Ole"],
      ["Pier", "Kaja", undefined, "Ida", "Kaja"],
    ];
    const merges = ["A1:A2", "B1:C1", "D1:E1", "B4:C4"].map((ref) => `<mergeCell ref="${ref}"/>`).join("");
    const xml = `${sheetData(rows)}<mergeCells>${merges}</mergeCells>`;
    expect((await read({ sheets: [{ name: "S", xml }] })).text).toBe(`## S

| Place | Monday Early | Monday Late | Tuesday Early | Tuesday Late |
| --- | --- | --- | --- | --- |
| Office | Ole | Ida | Nils | Ole |
| Pier | Kaja | Kaja | Ida | Kaja |`);
  });

  it("takes years as names of columns, and a form as names beside values", async () => {
    const text = await readRows([
      ["Team", 2026, 2027],
      ["Research", 300000, 355000],
      [],
      ["Owner", "Jane"],
      ["Berth", "West"],
      ["Depth", 7.5],
    ]);
    expect(text).toContain("| Team | 2026 | 2027 |\n| --- | --- | --- |\n| Research | 300000 | 355000 |");
    expect(text).toContain("|  |  |\n| --- | --- |\n| Owner | Jane |\n| Berth | West |\n| Depth | 7.5 |");
  });

  it("gives the rows after an empty row the names of the table above, and tables side by side their own", async () => {
    const text = await readRows([["Boat", "Week"], ["Bruno", 15], [], ["Hilde", 16]]);
    expect(text.match(/\| Boat \| Week \|/g)).toHaveLength(2);
    const beside = await readRows([
      ["Boat", "Week", undefined, "Item", "EUR"],
      ["Bruno", 15, undefined, "Crane", 240],
    ]);
    const below = await readRows([
      ["Boat", "Week", undefined, "Item", "EUR"],
      ["Bruno", 15, undefined, "Crane", 240],
      [],
      ["Hilde", 16],
    ]);
    expect(below).toContain("| Boat | Week |\n| --- | --- |\n| Hilde | 16 |");
    expect(beside).toContain("| Boat | Week |\n| --- | --- |\n| Bruno | 15 |\n\n| Item | EUR |");
  });

  it("repeats the names of columns in a long table, and writes a very wide row by lines", async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [`b${at}`, at]);
    expect((await readRows([["Boat", "Week"], ...rows])).match(/\| Boat \| Week \|/g)).toHaveLength(3);
    const names = Array.from({ length: 70 }, (_, at) => `Name ${at}`);
    expect(await readRows([names, names.map((_, at) => at)])).toContain("Name 5: 5\nName 6: 6");
  });

  it("reads hidden sheets, rows and columns and says so", async () => {
    const xml = `<cols><col min="2" max="3" hidden="1"/><col min="9" max="16384" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c></row></sheetData>`;
    const { text, note } = await read({ sheets: [{ name: "S", xml, state: "veryHidden" }] });
    expect(text).toContain("1");
    expect(note).toBe(
      'Read as well: the hidden sheet "S"; Read as well: 1 hidden row and 2 hidden columns of the sheet "S"',
    );
  });

  it("puts comments and links to their cells, and text boxes and charts below", async () => {
    const xml = `${sheetData([
      ["Boat", "Week"],
      ["Bruno", 15],
      ["Hilde", 16],
    ])}<hyperlinks><hyperlink ref="A2" r:id="l"/></hyperlinks>`;
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const threads = 'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"';
    const a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
    const xdr = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"';
    const { text, note } = await read({
      sheets: [
        {
          name: "S",
          xml,
          relationships: {
            l: ["hyperlink", "https://example.com/bruno"],
            c: ["comments", "../comments1.xml"],
            t: ["threadedComment", "../threadedComments/t.xml"],
            d: ["drawing", "../drawings/drawing1.xml"],
          },
        },
      ],
      parts: {
        "xl/comments1.xml": `<comments ${main}><authors><author>Ann</author><author>tc=1</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>Ann:</t></r><r><t> call first</t></r></text></comment><comment ref="B3" authorId="1"><text><t>[Threaded comment]</t></text></comment></commentList></comments>`,
        "xl/threadedComments/t.xml": `<ThreadedComments ${threads}><threadedComment ref="B3" personId="p"><text>Too early</text></threadedComment></ThreadedComments>`,
        "xl/drawings/drawing1.xml": `<xdr:wsDr ${xdr} ${a}><xdr:sp><xdr:txBody><a:p><a:r><a:t>Ask the yard</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="p" descr="The quay"/></xdr:nvPicPr></xdr:pic></xdr:wsDr>`,
        "xl/drawings/_rels/drawing1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="x/chart" Target="../charts/chart1.xml"/></Relationships>`,
        "xl/charts/chart1.xml": `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ${a}><c:chart><c:title><a:t>Weeks by boat</a:t></c:title></c:chart></c:chartSpace>`,
      },
    });
    expect(text).toContain("| [Bruno](https://example.com/bruno) | 15 (Comment by Ann: call first) |");
    expect(text).toContain("| Hilde | 16 (Comment: Too early) |");
    expect(text).toContain("Ask the yard\n\nPicture: The quay\n\nChart: Weeks by boat");
    expect(note).toBe("Left out: 1 picture");
  });

  it("refuses a workbook that unpacks too far, before it is parsed", async () => {
    const bomb = zipOfZeros("xl/worksheets/sheet1.xml", 400);
    await expect(convert(sourceFile("bomb.xlsx", bomb))).rejects.toMatchObject({
      code: "skip-item",
      message: '"bomb.xlsx" unpacks to 400 MB; Atlas reads up to 200 MB; split it into smaller files',
    });
  });

  it("names a file of another kind as damaged, and a protected one as protected", async () => {
    await expect(convert(sourceFile("a.xlsx", makeZip({ "notes.txt": "x" })))).rejects.toMatchObject({
      code: "read-item",
      message: expect.stringMatching(
        /^Cannot read workbook "a.xlsx": the file is damaged or of another kind; open/,
      ),
    });
    const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600));
    await expect(convert(sourceFile("a.xlsx", ole))).rejects.toMatchObject({
      message: expect.stringContaining("it is protected by a password"),
    });
  });
});
