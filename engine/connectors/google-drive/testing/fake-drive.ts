import type { drive_v3 } from "@googleapis/drive";
import type { FakeVendor, FakeVendorOptions } from "../../../testing/fakes/fake-vendor";
import { createFakeGoogleTokens, limitReply } from "../../shared/vendors/google/testing/google-replies";
import { createFakeDriveRoutes } from "./fake-drive-routes";
import { createFakeDriveState, type FakeDriveState, FOLDER } from "./fake-drive-state";

/** A Drive with a few folders, and shared drives that a test adds. */
export interface FakeDrive extends FakeVendor {
  readonly state: FakeDriveState;
  /** The address of every request so far. */
  readonly requests: readonly URL[];
  /** Adds a file of any kind; returns its id. */
  addFile(file: drive_v3.Schema$File & { readonly name: string }, content?: string | Uint8Array): string;
  addFolder(name: string, parent?: string): string;
  /** Changes fields of a file or a folder by id. */
  change(id: string, fields: Partial<drive_v3.Schema$File>): void;
}

const USER: drive_v3.Schema$User = {
  kind: "drive#user",
  displayName: "Mira Novak",
  emailAddress: "mira@example.com",
  permissionId: "0512",
  me: true,
};

export function createFakeDrive(options: FakeVendorOptions): FakeDrive {
  const tokens = createFakeGoogleTokens();
  const state = createFakeDriveState(options.now, USER);
  const requests: URL[] = [];
  const answer = createFakeDriveRoutes(state, tokens, { user: USER, pageSize: options.pageSize ?? 1_000 });
  const named = new Map<string, string>();
  const idOf = (name: string) => {
    const id = named.get(name);
    if (id === undefined) throw new Error(`There is no file "${name}"`);
    return id;
  };
  const create = (name: string, fields: drive_v3.Schema$File = {}) => {
    const id = state.add(
      { name: `Notes on ${name}`, parents: ["folder-projects"], ...fields },
      `About ${name}.`,
    );
    named.set(name, id);
    return id;
  };
  state.add({ id: "folder-projects", name: "Projects", mimeType: FOLDER, parents: ["root"] });
  state.add({ id: "folder-archive", name: "Archive", mimeType: FOLDER, parents: ["root"] });
  return {
    hosts: ["www.googleapis.com"],
    token: tokens.token,
    account: { id: "0512", name: "mira@example.com" },
    state,
    requests,
    handle: async (request) => {
      const url = new URL(request.url);
      requests.push(url);
      return tokens.rejectUnauthorized(request) ?? answer(url);
    },
    create: (name) => create(name),
    createMalformed: (name) => create(name, { modifiedTime: "yesterday" }),
    update: (name) => state.write(idOf(name), `About ${name}, and more.`),
    remove: (name) => state.remove(idOf(name)),
    move: (name) => state.change(idOf(name), { parents: ["folder-archive"] }),
    forbid: (name) => state.remove(idOf(name)),
    omitOptional: () => state.omitOptional(),
    revokeTokens: tokens.revokeTokens,
    expireCursors: tokens.expireCursors,
    limitReply,
    addFile: (file, content) => state.add({ parents: ["folder-projects"], ...file }, content),
    addFolder: (name, parent = "root") => state.add({ name, mimeType: FOLDER, parents: [parent] }),
    change: state.change,
  };
}
