import { describe, expect, it } from "vitest";
import { findUnusedAccess } from "./access";

describe("findUnusedAccess()", () => {
  it("keeps access that another source needs", () => {
    const before = { permissions: ["bookmarks"], hosts: ["https://*/*", "http://*/*"] };
    const others = [{ permissions: ["readingList"], hosts: ["https://*/*"] }];
    expect(findUnusedAccess(before, others)).toEqual({ permissions: ["bookmarks"], hosts: ["http://*/*"] });
  });

  it("revokes everything when no source is left", () => {
    const before = { permissions: ["bookmarks"], hosts: ["https://*/*"] };
    expect(findUnusedAccess(before, [])).toEqual(before);
  });

  it("keeps a host that is needed on another port", () => {
    const before = { permissions: [], hosts: ["http://localhost/*", "http://nas/*"] };
    const others = [{ permissions: [], hosts: ["http://localhost:8080/*", "https://nas/*"] }];
    expect(findUnusedAccess(before, others).hosts).toEqual(["http://nas/*"]);
  });
});
