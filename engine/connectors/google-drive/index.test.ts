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

const { signal } = new AbortController();
/** In a drive that the person is no member of. */
const FOREIGN = { driveId: "drive-foreign", sharedWithMeTime: "2025-01-01T00:00:00.000Z" };

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

  test("reads what is shared out of drives that the person is no member of, once", async () => {
    const { vendor, pass, titles, ledgerIds } = await createFixture();
    vendor.state.drives.push({ id: "drive-1", name: "Handbook" });
    vendor.addFile({ name: "Rules", driveId: "drive-1", parents: ["drive-1"] }, "text");
    const offer = vendor.addFile({ ...FOREIGN, name: "Offer", parents: ["hidden"] }, "text");
    const pages = await pass();
    expect(pages.flatMap(({ documents }) => documents)).toHaveLength(2);
    expect(await titles()).toEqual(["Offer", "Rules"]);
    vendor.addFile({ ...FOREIGN, name: "Second offer" }, "text");
    vendor.addFile({ name: "More rules", driveId: "drive-1", parents: ["drive-1"] }, "text");
    const later = await pass();
    expect(later.flatMap(({ documents }) => documents)).toHaveLength(2);
    expect(await titles()).toEqual(["More rules", "Offer", "Rules", "Second offer"]);
    vendor.state.remove(offer);
    await pass();
    expect(await ledgerIds()).toHaveLength(3);
  });

  test("reads what is shared out of other drives when shared drives are not chosen", async () => {
    const { vendor, pass, titles } = await createFixture({ sharedDrives: false });
    vendor.state.drives.push({ id: "drive-1", name: "Handbook" });
    vendor.addFile({ name: "Rules", driveId: "drive-1", parents: ["drive-1"] }, "text");
    vendor.addFile({ ...FOREIGN, name: "Offer" }, "text");
    await pass();
    expect(await titles()).toEqual(["Offer"]);
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
