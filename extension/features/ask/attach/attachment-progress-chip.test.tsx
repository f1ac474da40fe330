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

test("AttachmentProgressChip shows the name of the file and a cancel button", () => {
  expect(render()).toContain("Reading shelf.png");
  expect(render()).toContain('aria-label="Stop reading"');
  expect(render()).not.toContain("%</span>");
});

test("AttachmentProgressChip shows the progress of an image", () => {
  expect(render(0.456)).toContain("45 %");
  expect(render(0.456)).toContain('role="progressbar"');
});
