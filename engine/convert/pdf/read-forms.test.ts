import { PDFDocument, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import type { ConvertedText } from "../../model/document";
import { convert } from "../convert-document";
import { drawPages, makePlacedPdf, placeLines } from "../testing/make-placed-pdf";
import { sourceFile } from "../testing/source-file";

async function read(bytes: Uint8Array): Promise<ConvertedText> {
  return convert(sourceFile("form.pdf", bytes));
}

async function makeForm(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const labels = [
    { text: "Request for a locker", x: 50, y: 780, size: 18 },
    { text: "Head of maintenance:", x: 50, y: 740 },
    { text: "Family name", x: 50, y: 712 },
    { text: "Shift ________________", x: 300, y: 740 },
    { text: "Key handed over", x: 70, y: 640 },
    { text: "Deposit paid", x: 70, y: 620 },
    { text: "Size:", x: 50, y: 600 },
    { text: "small", x: 120, y: 600 },
    { text: "large", x: 200, y: 600 },
  ];
  await drawPages(pdf, [{ texts: labels }]);
  const page = pdf.getPage(0);
  const form = pdf.getForm();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const addText = (name: string, value: string, [x, y]: readonly [number, number]) => {
    const field = form.createTextField(name);
    if (value) field.setText(value);
    field.addToPage(page, { x, y, width: 120, height: 16, font });
  };
  addText("undefined_1", "Ilse Brandt", [160, 736]);
  addText("name", "Okafor", [50, 690]);
  addText("Text3", "night", [330, 736]);
  addText("remarks", "", [50, 560]);
  addText("Locker number", "B 17", [350, 400]);
  for (const [name, y, isChecked] of [
    ["key", 638, true],
    ["deposit", 618, false],
  ] as const) {
    const box = form.createCheckBox(name);
    box.addToPage(page, { x: 50, y, width: 10, height: 10 });
    if (isChecked) box.check();
  }
  const size = form.createRadioGroup("size");
  size.addOptionToPage("small", page, { x: 105, y: 598, width: 10, height: 10 });
  size.addOptionToPage("large", page, { x: 185, y: 598, width: 10, height: 10 });
  size.select("large");
  return pdf.save();
}

test("filled fields are read with the words beside, above or within them, boxes with their state", async () => {
  expect((await read(await makeForm())).text).toBe(
    [
      "# Request for a locker",
      "",
      "Head of maintenance: Ilse Brandt",
      "Shift: night",
      "Family name: Okafor",
      "Key handed over: checked",
      "Deposit paid: not checked",
      "Size: small (not checked)",
      "Size: large (checked)",
      "Locker number: B 17",
    ].join("\n"),
  );
});

test("comments name their author and what they are about, and typed text stands where it was typed", async () => {
  const { text } = await read(
    await makePlacedPdf([
      {
        texts: placeLines(["The crane lifts 4 tons.", "Signed:"], { x: 50, y: 700, pitch: 40 }),
        annotations: [
          { subtype: "Highlight", rect: [120, 697, 155, 710], words: "Is it not 5?", author: "Tove" },
          { subtype: "Text", rect: [300, 700, 320, 720], words: "Ask the maker", author: "Emre" },
          { subtype: "FreeText", rect: [90, 655, 200, 669], words: "Anneke Vos" },
        ],
      },
    ]),
  );
  expect(text).toMatch(/^The crane lifts 4 tons\.\n\nSigned: Anneke Vos\n\n/);
  expect(text).toMatch(/Comment by Tove on “.*tons\.”: Is it not 5\?/);
  expect(text).toContain("Comment by Emre: Ask the maker");
});

test("a link has its address behind its words, unless they are the address", async () => {
  const { text } = await read(
    await makePlacedPdf([
      {
        texts: placeLines(["Read the manual, then call us.", "https://plant.example/help"], {
          x: 50,
          y: 700,
          pitch: 40,
        }),
        annotations: [
          { subtype: "Link", rect: [75, 697, 125, 710], url: "https://plant.example/manual.pdf" },
          { subtype: "Link", rect: [50, 657, 175, 670], url: "https://plant.example/help" },
        ],
      },
    ]),
  );
  expect(text).toBe(
    "Read the manual (https://plant.example/manual.pdf), then call us.\n\nhttps://plant.example/help",
  );
});

test("attached files are read, or named with the reason", async () => {
  const pdf = await PDFDocument.create();
  await drawPages(pdf, [{ texts: [{ text: "See the attached files.", x: 50, y: 700 }] }]);
  await pdf.attach(new TextEncoder().encode("The spare key hangs in room 4."), "keys.txt");
  await pdf.attach(new Uint8Array([0, 1, 2, 3, 0, 255]), "plan.dwg");
  const { text, note } = await read(await pdf.save());
  expect(text).toContain("# Attachment keys.txt\n\nThe spare key hangs in room 4.");
  expect(note).toMatch(/^1 attachment left out \("plan\.dwg" is .+\)$/);
});
