import { describe, expect, test } from "vitest";
import type { Settings } from "../../model/source";
import { createGoogleFixture } from "../shared/vendors/google/testing/google-fixture";
import { googleDrive } from ".";
import { createFakeDrive } from "./testing/fake-drive";

const createFixture = (settings: Settings = {}, pageSize = 50) =>
  createGoogleFixture(googleDrive, createFakeDrive, { settings, pageSize });

const GOOGLE = "application/vnd.google-apps";
const OFFICE = "application/vnd.openxmlformats-officedocument";
const MEGABYTE = 1024 * 1024;

describe("Google Drive: content", () => {
  test("exports Docs as Markdown, Sheets with all their sheets, Slides with their notes, Drawings as PDF", async () => {
    const { vendor, pull, documents } = await createFixture();
    vendor.addFile({ name: "Plan", mimeType: `${GOOGLE}.document` }, "# Plan");
    vendor.addFile({ name: "Budget", mimeType: `${GOOGLE}.spreadsheet` }, "workbook");
    vendor.addFile({ name: "Pitch", mimeType: `${GOOGLE}.presentation` }, "slides");
    vendor.addFile({ name: "Sketch", mimeType: `${GOOGLE}.drawing` }, "drawing");
    await pull();
    const found = Object.fromEntries((await documents()).map((document) => [document.title, document]));
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(found.Plan?.content).toEqual({ kind: "text", mediaType: "text/markdown", text: "# Plan" });
    expect(found.Budget).toMatchObject({
      fileName: "Budget.xlsx",
      content: { kind: "bytes", mediaType: `${OFFICE}.spreadsheetml.sheet`, bytes: bytes("workbook") },
    });
    expect(found.Pitch).toMatchObject({
      fileName: "Pitch.pptx",
      content: { kind: "bytes", mediaType: `${OFFICE}.presentationml.presentation`, bytes: bytes("slides") },
    });
    expect(found.Sketch).toMatchObject({ fileName: "Sketch.pdf", content: { mediaType: "application/pdf" } });
  });

  test("exports less of what is too large, and says so", async () => {
    const { vendor, pull, documents } = await createFixture();
    vendor.addFile({ name: "Plan", mimeType: `${GOOGLE}.document`, size: "large" }, "Plan");
    vendor.addFile({ name: "Budget", mimeType: `${GOOGLE}.spreadsheet`, size: "large" }, "a,b");
    vendor.addFile({ name: "Pitch", mimeType: `${GOOGLE}.presentation`, size: "large" }, "Hello");
    vendor.addFile({ name: "Sketch", mimeType: `${GOOGLE}.drawing`, size: "large" }, "drawing");
    await pull();
    const notes = Object.fromEntries((await documents()).map(({ title, content }) => [title, content.note]));
    expect(notes).toEqual({
      Plan: "read without its layout, as Google exports no more than 10 MB",
      Budget: "only the first sheet is read, as Google exports no more than 10 MB",
      Pitch: "speaker notes are not read, as Google exports no more than 10 MB",
      Sketch: "Google does not export documents larger than 10 MB",
    });
  });

  test("leaves out pictures that Google writes into the text, and counts them", async () => {
    const { vendor, pull, documents } = await createFixture();
    const text =
      "# Plan\n\n![A boat][image1] and ![][image2]\n\nEnd\n\n[image1]: <data:image/png;base64,iVBOR>\n\n[image2]: <data:image/png;base64,AAAA>\n";
    vendor.addFile({ name: "Plan" }, text);
    await pull();
    const [plan] = await documents();
    expect(plan?.content).toMatchObject({
      text: "# Plan\n\nA boat and \n\nEnd",
      note: "2 pictures not read",
    });
  });

  test("adds the description and the comments with their replies", async () => {
    const { vendor, pull, documents } = await createFixture();
    const doc = vendor.addFile({ name: "Plan", description: "For the board" }, "# Plan");
    const pdf = vendor.addFile({ name: "a.pdf", mimeType: "application/pdf" }, "%PDF");
    const comments = [
      {
        ...{
          content: "Is this right?",
          author: { displayName: "Ada Byron" },
          createdTime: "2025-01-03T10:00:00Z",
        },
        ...{ resolved: true, quotedFileContent: { value: "the &quot;budget&quot;" } },
        replies: [
          { content: "Yes", author: { displayName: "Bo Lee" }, createdTime: "2025-01-04T10:00:00Z" },
          { action: "resolve", author: { displayName: "Ada Byron" } },
          { content: "gone", deleted: true },
        ],
      },
      { content: "Deleted", deleted: true },
      { content: "No author" },
    ];
    vendor.state.comments.set(doc, comments);
    vendor.state.comments.set(pdf, [{ content: "Page 3", author: { displayName: "Bo Lee" } }]);
    await pull();
    const found = Object.fromEntries((await documents()).map(({ title, content }) => [title, content]));
    expect(found.Plan).toMatchObject({
      text: [
        "# Plan",
        "Description: For the board",
        "## Comments",
        'Ada Byron commented on “the "budget"” (Friday, 3 January 2025; resolved): Is this right?',
        "Bo Lee replied (Saturday, 4 January 2025): Yes",
        "Ada Byron resolved the comment",
        "Somebody commented: No author",
      ].join("\n\n"),
    });
    expect(found["a.pdf"]).toMatchObject({
      kind: "bytes",
      beside: "## Comments\n\nBo Lee commented: Page 3",
    });
  });

  test("reads the comments to their end", async () => {
    const { vendor, pull, documents } = await createFixture();
    const doc = vendor.addFile({ name: "Plan" }, "# Plan");
    vendor.state.comments.set(
      doc,
      Array.from({ length: 250 }, (_, at) => ({ content: `Comment ${at}.` })),
    );
    await pull();
    const [plan] = await documents();
    expect(plan?.content.kind === "text" && plan.content.text.match(/Comment \d+\./g)).toHaveLength(250);
  });

  test("names what Google does not export, and where a shortcut leads", async () => {
    const { vendor, pull, documents } = await createFixture();
    vendor.addFile({ name: "Survey", mimeType: `${GOOGLE}.form`, description: "Yearly survey" });
    vendor.addFile({ name: "Intranet", mimeType: `${GOOGLE}.site` });
    vendor.addFile({ name: "Novelty", mimeType: `${GOOGLE}.hologram` });
    const target = vendor.addFile({ name: "Plan" }, "# Plan");
    const shortcut = (targetId: string) => ({ targetId, targetMimeType: `${GOOGLE}.document` });
    vendor.addFile({
      name: "To the plan",
      mimeType: `${GOOGLE}.shortcut`,
      shortcutDetails: shortcut(target),
    });
    vendor.addFile({ name: "To nowhere", mimeType: `${GOOGLE}.shortcut`, shortcutDetails: shortcut("gone") });
    await pull();
    const found = Object.fromEntries((await documents()).map(({ title, content }) => [title, content]));
    expect(found.Survey).toEqual({
      ...{ kind: "text", mediaType: "text/plain", text: "Survey\n\nDescription: Yearly survey" },
      note: "It is a Google Form, which Google does not export",
    });
    expect(found.Intranet?.note).toBe("It is a Google Site, which Google does not export");
    expect(found.Novelty?.note).toBe('It is of Google\'s type "hologram", which Google does not export');
    expect(found["To the plan"]).toMatchObject({
      text: `To the plan\n\nShortcut to Plan (a Google Doc): https://drive.google.com/open?id=${target}`,
    });
    expect(found["To nowhere"]?.note).toContain("gone or not shared");
  });

  test("delivers other files as bytes, with the name that decides how they are converted", async () => {
    const { vendor, pull, documents } = await createFixture();
    const bytes = new TextEncoder().encode("%PDF-1.7");
    vendor.addFile({ name: "lease.pdf", mimeType: "application/pdf" }, bytes);
    await pull();
    const [lease] = await documents();
    expect(lease).toMatchObject({
      fileName: "lease.pdf",
      content: { kind: "bytes", mediaType: "application/pdf" },
      container: ["My Drive", "Projects"],
    });
    expect(lease?.content.kind === "bytes" && [...lease.content.bytes]).toEqual([...bytes]);
  });

  test("gives a reason for files without readable text, and downloads none of them", async () => {
    const { vendor, pull, documents, reasons } = await createFixture();
    vendor.addFile({ name: "photo", mimeType: "image/png", size: "10" }, "x");
    vendor.addFile({ name: "map.png", mimeType: "image/png", size: "10", description: "Way to Slip 4" }, "x");
    vendor.addFile({ name: "dump.txt", mimeType: "text/plain", size: String(30 * MEGABYTE) }, "x");
    await pull();
    expect(await documents()).toMatchObject([
      {
        title: "map.png",
        content: { text: "map.png\n\nDescription: Way to Slip 4", note: "The file is a picture" },
      },
    ]);
    expect(await reasons()).toEqual({
      photo: "The file is a picture",
      "dump.txt": "The file is 30 MB; Atlas reads files up to 20 MB",
    });
    expect(vendor.requests.filter(({ searchParams }) => searchParams.get("alt") === "media")).toEqual([]);
  });

  test("reports a file Google refuses to download, and goes on", async () => {
    const { vendor, pull, documents, reasons } = await createFixture();
    vendor.addFile({ name: "huge", size: "huge" });
    vendor.addFile({ name: "closed.txt", mimeType: "text/plain", capabilities: { canDownload: false } }, "x");
    vendor.create("quartz");
    await pull();
    const notes = (await documents()).map(({ title, content }) => [title, content.note]);
    expect(Object.fromEntries(notes)).toEqual({
      huge: "Google does not export documents larger than 10 MB",
      "Notes on quartz": undefined,
    });
    expect(await reasons()).toEqual({
      "closed.txt": "Google does not let this file be downloaded",
    });
  });

  test("limits the bytes of large files in one page", async () => {
    const { vendor, pull, titles } = await createFixture();
    for (const name of ["a.txt", "b.txt", "c.txt"]) {
      vendor.addFile({ name, mimeType: "text/plain" }, new Uint8Array(5 * MEGABYTE));
    }
    const pages = await pull();
    expect(pages.map(({ documents }) => documents.length).filter((count) => count > 0)).toEqual([1, 1, 1]);
    expect(await titles()).toEqual(["a.txt", "b.txt", "c.txt"]);
  });
});
