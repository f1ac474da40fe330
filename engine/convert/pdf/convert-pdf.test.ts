import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { convert } from "../convert-document";
import { makeMappedPdf, makePdf } from "../testing/make-pdf";
import { sourceFile } from "../testing/source-file";

const WRAPPED = `The quarterly report of the plant explains how the pumps were main-
tained and which of them are due for replacement in the coming
year.

A second paragraph follows.`;

describe("convert() of a PDF", () => {
  it("joins paragraphs and split words and returns the start of each page", async () => {
    const bytes = await makePdf([WRAPPED, "Page two"], { title: "Pump report", author: "Ann" });
    const converted = await convert(sourceFile("report.pdf", bytes));
    expect(converted).toMatchObject({ format: "markdown", title: "Pump report", author: "Ann" });
    expect(converted.text).toBe(
      "The quarterly report of the plant explains how the pumps were maintained and which of them are due for " +
        "replacement in the coming year.\n\nA second paragraph follows.\n\nPage two",
    );
    expect(converted.pages?.map((start) => converted.text.slice(start, start + 8))).toEqual([
      "The quar",
      "Page two",
    ]);
  });

  it("keeps list items on lines of their own", async () => {
    const text =
      "A list of things that all fill the whole width of the page so\n1. first thing of the list that fills the whole width of it\n2. second";
    const converted = await convert(sourceFile("list.pdf", await makePdf([text])));
    expect(converted.text).toBe(text);
  });

  it("leaves the caller's bytes intact", async () => {
    const bytes = await makePdf(["Text"]);
    const before = bytes.slice();
    await convert(sourceFile("a.pdf", bytes));
    expect(bytes).toEqual(before);
  });

  it("ignores a title that was inserted by a program", async () => {
    const bytes = await makePdf(["Text"], { title: "Microsoft Word - draft3.doc" });
    expect(await convert(sourceFile("a.pdf", bytes))).not.toHaveProperty("title");
  });

  it("distinguishes a damaged file, a protected one and one of pictures", async () => {
    const bytes = await makePdf(["Some text"]);
    await expect(convert(sourceFile("cut.pdf", bytes.slice(0, 200)))).rejects.toMatchObject({
      code: "read-item",
      message: 'Cannot read PDF "cut.pdf": the file is damaged',
    });
    const locked = new Uint8Array(readFileSync(new URL("fixtures/password.pdf", import.meta.url)));
    await expect(convert(sourceFile("locked.pdf", locked))).rejects.toMatchObject({
      code: "read-item",
      message:
        'Cannot read PDF "locked.pdf": it is protected by a password; save a copy without the password and add that',
    });
    await expect(convert(sourceFile("scan.pdf", await makePdf(["", ""])))).rejects.toMatchObject({
      code: "skip-item",
      message: '"scan.pdf" holds only pictures; Atlas reads PDFs that have text in them',
    });
  });

  it("notes pages without text", async () => {
    const converted = await convert(sourceFile("a.pdf", await makePdf(["One", "", "Three"])));
    expect(converted.note).toMatch(
      /^1 of 3 pages hold no text \(page 2\): .*add a copy with recognised text/,
    );
    expect(converted.pages).toEqual([0, 3, 5]);
  });

  it("says that text is left out whose characters are in a table outside the file", async () => {
    const converted = await convert(sourceFile("mapped.pdf", makeMappedPdf("Pump no.", "8e518140")));
    expect(converted.text).toBe("Pump no.");
    expect(converted.note).toMatch(/^a part of the text is left out: .*Japanese.*add that$/);
    await expect(convert(sourceFile("mapped.pdf", makeMappedPdf("", "8e518140")))).rejects.toMatchObject({
      code: "skip-item",
      message: expect.stringMatching(/^"mapped\.pdf" cannot be read: .*Japanese/),
    });
  });

  it("lets others work between pages", async () => {
    const bytes = await makePdf(Array.from({ length: 30 }, (_, page) => `Page ${page}`));
    let turns = 0;
    const counting = setInterval(() => turns++, 0);
    await convert(sourceFile("long.pdf", bytes));
    clearInterval(counting);
    expect(turns).toBeGreaterThan(30);
  });

  it("stops between pages on abort", async () => {
    const bytes = await makePdf(Array.from({ length: 50 }, (_, page) => `Page ${page}`));
    const controller = new AbortController();
    const converting = convert(sourceFile("long.pdf", bytes), controller.signal);
    controller.abort();
    await expect(converting).rejects.toMatchObject({ name: "AbortError" });
  });
});
