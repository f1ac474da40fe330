import { describe, expect, it } from "vitest";
import { findUnusedAccess } from "./access";

describe("findUnusedAccess()", () => {
  it("keeps what another source still needs", () => {
    const before = { permissions: ["bookmarks"], hosts: ["https://*/*", "http://*/*"] };
    const others = [{ permissions: ["readingList"], hosts: ["https://*/*"] }];
    expect(findUnusedAccess(before, others)).toEqual({ permissions: ["bookmarks"], hosts: ["http://*/*"] });
  });

  it("gives everything back when no source is left", () => {
    const before = { permissions: ["bookmarks"], hosts: ["https://*/*"] };
    expect(findUnusedAccess(before, [])).toEqual(before);
  });

  it("keeps a host while something else needs it on one of its ports", () => {
    const before = { permissions: [], hosts: ["http://localhost/*", "http://nas/*"] };
    const others = [{ permissions: [], hosts: ["http://localhost:8080/*", "https://nas/*"] }];
    expect(findUnusedAccess(before, others).hosts).toEqual(["http://nas/*"]);
  });
});
