import { expect, test } from "vitest";
import { contextualText } from "./contextual-text";

test("contextualText() puts title and headings above the text", () => {
  expect(contextualText({ title: "Guide", headings: ["Install", "Linux"], text: "Run apt." })).toBe(
    "Guide\nInstall\nLinux\nRun apt.",
  );
});

test("contextualText() names a title once when it is the first heading, too", () => {
  expect(contextualText({ title: "Guide", headings: ["Guide", "Guide"], text: "x" })).toBe("Guide\nGuide\nx");
});

test("contextualText() leaves out an empty title", () => {
  expect(contextualText({ title: "", headings: [], text: "x" })).toBe("x");
});
