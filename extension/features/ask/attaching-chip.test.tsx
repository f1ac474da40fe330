import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AttachingChip } from "./attaching-chip";

const draw = (share?: number) =>
  renderToStaticMarkup(
    <AttachingChip
      attaching={{ name: "shelf.png", ...(share !== undefined && { share }) }}
      onCancel={() => {}}
    />,
  );

test("AttachingChip names the file and offers to stop", () => {
  expect(draw()).toContain("Reading shelf.png");
  expect(draw()).toContain('aria-label="Stop reading"');
  expect(draw()).not.toContain("%</span>");
});

test("AttachingChip shows how far a picture is", () => {
  expect(draw(0.456)).toContain("45 %");
  expect(draw(0.456)).toContain('role="progressbar"');
});
