import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AttachmentProgressChip } from "./attachment-progress-chip";

const render = (share?: number) =>
  renderToStaticMarkup(
    <AttachmentProgressChip
      attaching={{ name: "shelf.png", ...(share !== undefined && { share }) }}
      onCancel={() => {}}
    />,
  );

test("AttachmentProgressChip names the file and offers to stop", () => {
  expect(render()).toContain("Reading shelf.png");
  expect(render()).toContain('aria-label="Stop reading"');
  expect(render()).not.toContain("%</span>");
});

test("AttachmentProgressChip shows how far a picture is", () => {
  expect(render(0.456)).toContain("45 %");
  expect(render(0.456)).toContain('role="progressbar"');
});
