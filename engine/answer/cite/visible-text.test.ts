import { expect, test } from "vitest";
import { visibleText } from "./visible-text";

const read = (text: string, format: "markdown" | "plain" = "markdown") =>
  visibleText({ text, format }, 0, text.length);

test("visibleText() takes Markdown for its words and anything else as it stands", () => {
  expect(read("See **this**.")).toBe("See this.");
  expect(read("See **this**.", "plain")).toBe("See **this**.");
});

test("visibleText() reduces links whose definition is elsewhere", () => {
  expect(read("Use [the option][docs-option] or [Lists][].")).toBe("Use the option or Lists.");
  expect(read("Set [`searchPlaces`] first.")).toBe("Set searchPlaces first.");
});

test("visibleText() leaves other brackets alone", () => {
  expect(read("A grid[x][y], see [1] and [the page](https://example.com).")).toBe(
    "A grid[x][y], see [1] and the page.",
  );
});

test("visibleText() reads only the stretch it is given", () => {
  expect(visibleText({ text: "One *two* three", format: "markdown" }, 4, 9)).toBe("two");
});
