import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { convert } from "../convert-document";
import { type DocxParts, makeDocx, paragraph, zipOfZeros } from "../testing/make-docx";
import { sourceFile } from "../testing/source-file";

const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
const table = `<w:tbl><w:tr>${cell("Step")}${cell("Owner")}</w:tr><w:tr>${cell("Freeze")}${cell("Bob")}</w:tr></w:tbl>`;
const body = paragraph("Release plan", "Heading1") + paragraph("We ship on &lt;Tuesday&gt;.") + table;
const docx = makeDocx(body, { title: "Plan &amp; dates", author: "Ann" });

describe("convert() of a Word document", () => {
  it("keeps headings and tables, and reads title and author from the properties", async () => {
    expect(await convert(sourceFile("plan.docx", docx))).toEqual({
      text: "# Release plan\n\nWe ship on \\<Tuesday>.\n\n| Step | Owner |\n| --- | --- |\n| Freeze | Bob |",
      format: "markdown",
      title: "Plan & dates",
      author: "Ann",
    });
  });

  it("rejects a truncated file and another kind of archive as damaged", async () => {
    const other = zipSync({ "notes.txt": strToU8("no Word document") });
    for (const bytes of [docx.slice(0, docx.length / 2), other]) {
      await expect(convert(sourceFile("plan.docx", bytes))).rejects.toMatchObject({
        code: "read-item",
        message: expect.stringMatching(
          /^Cannot read Word document "plan.docx": the file is damaged or .*; open it in the program that made it/,
        ),
      });
    }
  });

  it("rejects an encrypted document as protected", async () => {
    const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600));
    await expect(convert(sourceFile("locked.docx", ole))).rejects.toMatchObject({
      code: "read-item",
      message: expect.stringContaining("protected by a password"),
    });
  });

  it("skips a zip bomb without unpacking it", async () => {
    const bomb = zipOfZeros("word/document.xml", 300);
    await expect(convert(sourceFile("bomb.docx", bomb))).rejects.toMatchObject({
      code: "skip-item",
      message: '"bomb.docx" unpacks to 300 MB; Atlas reads up to 200 MB; split it into smaller files',
    });
  });
});

const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inside: string, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
const read = (content: string, more: DocxParts = {}) =>
  convert(sourceFile("a.docx", makeDocx(content, { title: "", author: "" }, more)));

describe("convert() of a Word document reads", () => {
  it("tracked changes as accepted, and says so", async () => {
    const change = `${run("The term is ")}<w:del><w:r><w:delText>twelve</w:delText></w:r></w:del><w:ins>${run("twenty-four")}</w:ins>${run(" months.")}`;
    expect(await read(p(change))).toMatchObject({
      text: "The term is twenty-four months.",
      note: "Tracked changes are read as accepted: 1 insertion, 1 deletion",
    });
  });

  it("notes and comments behind their paragraph, and headers and footers once", async () => {
    const content = p(
      `${run("Defects")}<w:r><w:footnoteReference w:id="7"/></w:r>${run(" and the price.")}<w:r><w:commentReference w:id="3"/></w:r>`,
    );
    const { text } = await read(content, {
      footnotes: `<w:footnote w:id="7">${p(run("After eighteen months."))}</w:footnote>`,
      comments: `<w:comment w:id="3" w:author="Paula">${p(run("Tie it to inflation."))}</w:comment>`,
      header1: p(run("File SM-1")),
      header2: p(run("File SM-1")),
      footer1: p(`${run("Page ")}<w:fldSimple w:instr=" PAGE ">${run("3")}</w:fldSimple>`),
    });
    expect(text).toBe(
      "Defects (1) and the price.\n\nFootnote 1: After eighteen months.\n\nComment by Paula: Tie it to inflation.\n\nPage header: File SM-1",
    );
  });

  it("headings by style, base style and outline level, without the table of contents", async () => {
    const styles = `<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
      <w:style w:styleId="mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift1"/></w:style>
      <w:style w:styleId="toc1"><w:name w:val="toc 1"/></w:style>`;
    const content =
      paragraph("One", "berschrift1") +
      paragraph("Two", "mine") +
      p(run("Three"), '<w:outlineLvl w:val="2"/>') +
      paragraph("One 4", "toc1");
    expect((await read(content, { styles })).text).toBe("# One\n\n# Two\n\n### Three");
  });

  it("the numbers of lists, as they stand on the page", async () => {
    const level = (at: number, format: string, text: string, start = 1) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, "decimal", "%1.", 3)}${level(1, "lowerLetter", "(%2)")}</w:abstractNum>
      <w:abstractNum w:abstractNumId="1">${level(0, "bullet", "")}</w:abstractNum>
      <w:abstractNum w:abstractNumId="2">${level(0, "upperRoman", "§ %1")}${level(1, "decimal", "%1.%2")}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
      <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    const item = (text: string, list: number, at = 0) =>
      p(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
    const content =
      item("three", 1) +
      item("inner", 1, 1) +
      item("inner too", 1, 1) +
      item("four", 1) +
      item("dot", 2) +
      item("Scope", 3) +
      item("Scope", 3) +
      item("Detail", 3, 1) +
      item("anew", 4);
    expect((await read(content, { numbering })).text).toBe(
      "3. three\n   - (a) inner\n   - (b) inner too\n4. four\n- dot\n\n§ I Scope\n\n§ II Scope\n\nII.1 Detail\n\n1. anew",
    );
  });

  it("text boxes once, content controls without their hints, boxes, equations, links and hidden words", async () => {
    const box = "<w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent>";
    const content = [
      `<w:sdt><w:sdtPr/><w:sdtContent>${p(run("Filled in"))}</w:sdtContent></w:sdt>`,
      p(
        `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run("Click here")}</w:sdtContent></w:sdt>${run("x")}`,
      ),
      p(
        `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      p(
        `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${run(" agreed")}<w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:sym w:font="MS Gothic" w:char="2612"/></w:r>`,
      ),
      p(
        `<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:r><m:t>=</m:t></m:r><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>`,
      ),
      p(`<w:hyperlink r:id="link">${run("the yard")}</w:hyperlink>${run("seen by nobody", "<w:vanish/>")}`),
      p(`<w:r><w:drawing><wp:docPr descr="The quay of Kiel"/><pic:pic/></w:drawing></w:r>`),
    ].join("");
    const { text, note } = await read(content);
    expect(text.split("\n\n")).toEqual([
      "Filled in",
      "x",
      "In the box",
      "☒ agreed☐☒",
      "(a+b)/2=x^2",
      "[the yard](https://example.com/a)",
      "Picture: The quay of Kiel",
    ]);
    expect(note).toBe("Left out: 1 picture, 1 hidden passage");
  });

  it("tables with merged names of columns, cells over rows and tables within", async () => {
    const tc = (text: string, properties = "", more = "") =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}${more}</w:tc>`;
    const span = '<w:gridSpan w:val="2"/>';
    const tr = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
    const inner = `<w:tbl>${tr(tc("Mo"), tc("9"))}${tr(tc("Tu"), tc("10"))}</w:tbl>`;
    const content = `<w:tbl>${tr(tc("Day", '<w:vMerge w:val="restart"/>'), tc("Early", span))}${tr(tc("", "<w:vMerge/>"), tc("Pier"), tc("Office"))}${tr(tc("Monday", '<w:vMerge w:val="restart"/>'), tc("Ida"), tc("Ole"))}${tr(tc("", "<w:vMerge/>"), tc("Kaja", span))}${tr(tc("Hours"), tc("", "", inner), tc("-"))}</w:tbl>`;
    expect((await read(content)).text).toBe(`| Day | Early Pier | Early Office |
| --- | --- | --- |
| Monday | Ida | Ole |
| Monday | Kaja | Kaja |
| Hours | Mo 9; Tu 10 | - |`);
  });
});
