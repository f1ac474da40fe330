import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ConnectorDeclaration } from "../../../../engine/connectors/connector";
import type { SourceSummary } from "../../../../engine/contract/sources";
import type { Source } from "../../../../engine/model/source";
import { SourceCard } from "./source-card";

const FOLDER: ConnectorDeclaration = {
  id: "folder",
  name: "Folder",
  description: "Files in a folder.",
  reads: [],
  notRead: [],
  icon: "folder",
  permissions: [],
  settings: [{ key: "hidden", label: "Include hidden files", kind: "boolean", initial: true }],
  multiple: true,
  addedBy: "folder",
  intervalMinutes: 30,
};
const SAVED: ConnectorDeclaration = {
  ...FOLDER,
  id: "saved",
  name: "Saved pages",
  multiple: false,
  addedBy: "built-in",
};

describe("SourceCard", () => {
  it("shows the label and the progress of a folder", () => {
    const html = render(FOLDER, { state: "syncing" });
    expect(html).toContain("notes</h3>");
    expect(html).toContain("423 of 501 indexed · 12 in part · 3 skipped · 1 failed · Indexing…");
    expect(html).toMatch(/role="progressbar"[^>]*aria-valuemax="501"[^>]*aria-valuenow="427"/);
    expect(html).toContain("What was left out (4 not read · 12 in part)");
  });

  it("shows an unset setting with its initial value", () => {
    expect(render(FOLDER, {})).toMatch(/<input[^>]*role="switch"[^>]*checked=""/);
  });

  it("has a button to allow a folder again after Chrome revoked access", () => {
    const problem = { code: "permission", message: "Chrome has taken back access" } as const;
    const html = render(FOLDER, { state: "waiting", problem });
    expect(html).toContain("Chrome has taken back access");
    expect(html).toContain("Allow again</button>");
  });

  it("has a button to try again after any other problem", () => {
    const html = render(FOLDER, { state: "failed", problem: { code: "bug", message: "Cannot read" } });
    expect(html).toContain("Try again</button>");
  });

  it("can resume a paused source, but not sync it", () => {
    const html = render(FOLDER, { state: "paused" });
    expect(html).toContain("Resume</button>");
    expect(html).toMatch(/<button[^>]*disabled=""[^>]*>(?:(?!<\/button>).)*Sync now/);
  });

  it("lists saved pages, and has no sync button for them", () => {
    const html = render(SAVED, {});
    expect(html).not.toContain("Sync now");
    expect(html).toContain("Show saved pages");
  });

  it("shows only the description while the source is off", () => {
    const html = renderToStaticMarkup(
      <SourceCard
        declaration={{ ...SAVED, addedBy: "switch" }}
        summary={undefined}
        now={0}
        onDone={() => {}}
      />,
    );
    expect(html).toContain("Files in a folder.");
    expect(html).not.toContain("indexed");
  });
});

function render(declaration: ConnectorDeclaration, patch: Partial<Source>): string {
  const source: Source = {
    id: "s1",
    connectorId: declaration.id,
    label: "notes",
    settings: {},
    state: "idle",
    dueAt: 0,
    addedAt: 0,
    ...patch,
  };
  const summary: SourceSummary = {
    source,
    counts: { found: 501, pending: 74, indexed: 423, skipped: 3, failed: 1, partial: 12 },
  };
  return renderToStaticMarkup(
    <SourceCard declaration={declaration} summary={summary} now={0} onDone={() => {}} />,
  );
}
