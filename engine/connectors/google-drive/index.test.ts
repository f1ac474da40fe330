import { describe, expect, test } from "vitest";
import type { Settings } from "../../model/source";
import { testService } from "../../testing/suites/test-service";
import { createGoogleFixture } from "../shared/vendors/google/testing/google-fixture";
import { createErrorReply } from "../shared/vendors/google/testing/google-replies";
import { googleDrive } from ".";
import { createFakeDrive } from "./testing/fake-drive";

testService(googleDrive, createFakeDrive);

const createFixture = (settings: Settings = {}, pageSize = 50) =>
  createGoogleFixture(googleDrive, createFakeDrive, { settings, pageSize });

const GOOGLE = "application/vnd.google-apps";
const MEGABYTE = 1024 * 1024;
const { signal } = new AbortController();

describe("Google Drive: content", () => {
  test("exports Docs as Markdown, Sheets as CSV with a note, Slides as text", async () => {
    const { vendor, pull, documents } = await createFixture();
    vendor.addFile({ name: "Plan", mimeType: `${GOOGLE}.document` }, "# Plan");
    vendor.addFile({ name: "Budget", mimeType: `${GOOGLE}.spreadsheet` }, "a,b\n1,2");
    vendor.addFile({ name: "Pitch", mimeType: `${GOOGLE}.presentation` }, "Hello");
    await pull();
    const contents = Object.fromEntries((await documents()).map(({ title, content }) => [title, content]));
    expect(contents).toEqual({
      Plan: { kind: "text", mediaType: "text/markdown", text: "# Plan" },
      Budget: { kind: "text", mediaType: "text/csv", text: "a,b\n1,2", note: "Only the first sheet is read" },
      Pitch: { kind: "text", mediaType: "text/plain", text: "Hello" },
    });
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
    vendor.addFile({ name: "figures", mimeType: "application/vnd.ms-excel", size: "10" }, "x");
    vendor.addFile({ name: "form", mimeType: `${GOOGLE}.form` });
    vendor.addFile({ name: "dump.txt", mimeType: "text/plain", size: String(30 * MEGABYTE) }, "x");
    await pull();
    expect(await documents()).toEqual([]);
    expect(await reasons()).toEqual({
      photo: "The file is a picture",
      figures: "The file is an Excel or OpenDocument spreadsheet; save it as a Google Sheet to have it read",
      form: "Of Google's own formats Atlas reads Docs, Sheets and Slides",
      "dump.txt": "The file is 30 MB; Atlas reads files up to 20 MB",
    });
    expect(vendor.requests.filter(({ searchParams }) => searchParams.get("alt") === "media")).toEqual([]);
  });

  test("reports a file Google refuses to download, and goes on", async () => {
    const { vendor, pull, titles, reasons } = await createFixture();
    vendor.addFile({ name: "huge", size: "huge" });
    vendor.addFile({ name: "closed.txt", mimeType: "text/plain", capabilities: { canDownload: false } }, "x");
    vendor.create("quartz");
    await pull();
    expect(await titles()).toEqual(["Notes on quartz"]);
    expect(await reasons()).toEqual({
      huge: "Google does not export documents larger than 10 MB",
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

describe("Google Drive: folders", () => {
  test("indexes the files of a folder again when it is renamed", async () => {
    const { vendor, pull, documents } = await createFixture({}, 2);
    const inner = vendor.addFolder("Inner", "folder-projects");
    for (const name of ["a", "b", "c"]) vendor.addFile({ name, parents: [inner] }, name);
    vendor.create("quartz");
    await pull();
    vendor.change("folder-projects", { name: "Ventures" });
    await pull();
    const places = Object.fromEntries((await documents()).map(({ title, container }) => [title, container]));
    expect(places).toEqual({
      a: ["My Drive", "Ventures", "Inner"],
      b: ["My Drive", "Ventures", "Inner"],
      c: ["My Drive", "Ventures", "Inner"],
      "Notes on quartz": ["My Drive", "Ventures"],
    });
  });

  test("deletes the files of a folder that is trashed", async () => {
    const { vendor, pull, titles } = await createFixture();
    const folder = vendor.addFolder("Old");
    const file = vendor.addFile({ name: "draft", parents: [folder] }, "text");
    vendor.create("quartz");
    await pull();
    // Drive's change log has the folder's change only.
    vendor.state.trashSilently(file);
    vendor.change(folder, { trashed: true });
    await pull();
    expect(await titles()).toEqual(["Notes on quartz"]);
  });

  test("requests all folders once instead of the folders of each file", async () => {
    const { vendor, pull } = await createFixture();
    for (let at = 0; at < 20; at++) {
      vendor.addFile({ name: `file ${at}`, parents: [vendor.addFolder(`Folder ${at}`)] }, "text");
    }
    await pull();
    const asked = vendor.requests.filter(
      ({ searchParams }) => searchParams.get("fields") === "id,name,parents",
    );
    // No listing contains "My Drive" itself.
    expect(asked.map(({ pathname }) => pathname)).toEqual(["/drive/v3/files/root"]);
  });

  test("reads only the chosen folders, at any depth", async () => {
    const { vendor, pass, titles, ledgerIds } = await createFixture({ folders: "Archive" });
    const inner = vendor.addFolder("Inner", "folder-archive");
    const kept = vendor.addFile({ name: "kept", parents: [inner] }, "text");
    vendor.create("quartz");
    await pass();
    expect(await titles()).toEqual(["kept"]);
    expect(await ledgerIds()).toEqual([kept]);
    vendor.move?.("quartz");
    vendor.change(kept, { parents: ["folder-projects"] });
    await pass();
    expect(await titles()).toEqual(["Notes on quartz"]);
  });
});

describe("Google Drive: what is read", () => {
  test("leaves out files last changed before the chosen day", async () => {
    const { vendor, pass, titles } = await createFixture({ since: "2024-06-01" });
    vendor.addFile({ name: "old", modifiedTime: "2024-05-31T23:59:59.000Z" }, "text");
    vendor.addFile({ name: "young", modifiedTime: "2024-06-01T00:00:00.000Z" }, "text");
    await pass();
    expect(await titles()).toEqual(["young"]);
  });

  test("reads the change log of every shared drive and uses the drive's current name", async () => {
    const { vendor, pull, documents, titles } = await createFixture({ sharedDrives: true });
    vendor.state.drives.push({ id: "drive-1", name: "Handbook" });
    vendor.addFile({ name: "Rules", driveId: "drive-1", parents: ["drive-1"] }, "text");
    vendor.create("quartz");
    await pull();
    const rules = (await documents()).find(({ title }) => title === "Rules");
    expect(rules?.container).toEqual(["Handbook"]);
    vendor.addFile({ name: "More rules", driveId: "drive-1", parents: ["drive-1"] }, "text");
    await pull();
    expect(await titles()).toEqual(["More rules", "Notes on quartz", "Rules"]);
    vendor.state.drives.pop();
    await pull();
    expect(await titles()).toEqual(["Notes on quartz"]);
  });

  test("ignores shared drives when they are not chosen", async () => {
    const { vendor, pull, titles } = await createFixture({ sharedDrives: false });
    vendor.state.drives.push({ id: "drive-1", name: "Handbook" });
    vendor.addFile({ name: "Rules", driveId: "drive-1", parents: ["drive-1"] }, "text");
    await pull();
    expect(await titles()).toEqual([]);
  });

  test("does not index a file again when only its sharing changed", async () => {
    const { vendor, pull } = await createFixture();
    const id = vendor.create("quartz");
    await pull();
    vendor.change(id, { shared: true });
    expect((await pull()).flatMap(({ documents }) => documents)).toEqual([]);
  });

  test("searches for the person's words unchanged, including quotation marks", async () => {
    const { vendor, connector } = await createFixture();
    vendor.addFile({ name: "Ada's plan" }, "text");
    const found = await connector().search?.({ text: "ada's plan", limit: 5 }, signal);
    expect(found?.map(({ title }) => title)).toEqual(["Ada's plan"]);
  });

  test("reports that the API is disabled", async () => {
    const { vendor, pull } = await createFixture();
    const message = "Google Drive API has not been used in project 1 before or it is disabled.";
    vendor.handle = async () => createErrorReply({ status: 403, reason: "accessNotConfigured", message });
    await expect(pull()).rejects.toMatchObject({ code: "settings" });
  });

  test("names the folder that does not exist", async () => {
    const { connector } = await createFixture({ folders: "Projects, my drive, Projetcs" });
    await expect(connector().pull(undefined, signal)).rejects.toMatchObject({
      code: "settings",
      message: 'Cannot find folder "Projetcs" in Google Drive: change "Folders"',
    });
  });
});
