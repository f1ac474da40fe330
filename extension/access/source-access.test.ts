import { describe, expect, it } from "vitest";
import type { ConnectorDeclaration } from "../../engine/connectors/connector";
import { sourceAccess } from "./source-access";

const DECLARATION: ConnectorDeclaration = {
  id: "bookmarks",
  name: "Bookmarks",
  description: "Your bookmarks.",
  reads: [],
  notRead: [],
  icon: "bookmark",
  permissions: ["bookmarks"],
  settings: [
    { key: "read", label: "Read", kind: "boolean", initial: true, needsHosts: ["https://*/*"] },
    { key: "also", label: "Also", kind: "boolean", initial: false, needsHosts: ["http://*/*"] },
    { key: "days", label: "Days", kind: "number", initial: 90 },
  ],
  multiple: false,
  addedBy: "switch",
  intervalMinutes: 60,
};

describe("sourceAccess()", () => {
  it("uses the initial value of an unset setting", () => {
    expect(sourceAccess(DECLARATION, {})).toEqual({ permissions: ["bookmarks"], hosts: ["https://*/*"] });
  });

  it("includes the hosts of the settings that are on, and no others", () => {
    expect(sourceAccess(DECLARATION, { read: false, also: true }).hosts).toEqual(["http://*/*"]);
  });
});
