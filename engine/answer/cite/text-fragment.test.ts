import { expect, test } from "vitest";
import { textFragment, visibleText } from "./text-fragment";

function fragment(text: string, quote: string, format: "markdown" | "plain" = "markdown") {
  const start = text.indexOf(quote);
  return textFragment({ text, format }, start, start + quote.length);
}

test("textFragment() names a short quote whole", () => {
  expect(fragment("Before. The lid opens upwards. After.", "The lid opens upwards.")).toBe(
    "text=The%20lid%20opens%20upwards.",
  );
});

test("textFragment() names a long quote by its first and last words", () => {
  const quote = "One two three four five six seven eight nine ten eleven twelve.";
  expect(fragment(quote, quote)).toBe(
    "text=One%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve.&text=eight%20nine%20ten%20eleven%20twelve.",
  );
});

test("textFragment() encodes the characters of its own syntax", () => {
  expect(fragment("Up-to-date, fast & free.", "Up-to-date, fast & free.")).toBe(
    "text=Up%2Dto%2Ddate%2C%20fast%20%26%20free.",
  );
});

test("textFragment() names words as a reader sees them", () => {
  const text = "Read [the **guide**](https://example.com) and run `npm test`.";
  expect(fragment(text, text)).toBe("text=Read%20the%20guide%20and%20run%20npm%20test.");
});

test("textFragment() names a row by its first and last cell", () => {
  expect(fragment("| Part | Interval |\n|---|---|\n| Oil filter | 200 h |", "Oil filter | 200 h")).toBe(
    "text=Oil%20filter,200%20h",
  );
});

test("textFragment() leaves plain text as it is", () => {
  expect(fragment("a *b* c", "a *b* c", "plain")).toBe("text=a%20*b*%20c");
});

test("textFragment() adds context to a quote that occurs twice", () => {
  const text = "First: press the key. Second: press the key. Third: stop.";
  const start = text.lastIndexOf("press the key.");
  expect(textFragment({ text, format: "plain" }, start, start + 14)).toBe(
    "text=the%20key.%20Second%3A-,press%20the%20key.,-Third%3A%20stop.",
  );
});

test("textFragment() takes context from the neighbouring line alone on each side", () => {
  const text = "Press here.\n\nNo. Press here.\n\nStop.";
  const start = text.lastIndexOf("Press here.");
  expect(textFragment({ text, format: "markdown" }, start, start + 11)).toBe(
    "text=No.-,Press%20here.,-Stop.",
  );
});

test("textFragment() spans blocks by the words of the first and the last", () => {
  const text = "Supported:\n\n- Linux\n- macOS on Apple chips";
  expect(fragment(text, text)).toBe(
    "text=Supported%3A,macOS%20on%20Apple%20chips&text=macOS%20on%20Apple%20chips",
  );
});

test.each([
  ["a line break", "Quay Street 7  \nopen on Mondays", "text=Quay%20Street%207,open%20on%20Mondays"],
  ["a written line break", "Quay Street 7\\\nopen on Mondays", "text=Quay%20Street%207,open%20on%20Mondays"],
  ["the number of an item", "Close the cock.\n2. Drain it.", "text=Close%20the%20cock.,Drain%20it."],
  ["the box of a task", "- [ ] Close the cock.\n- [x] Drain it.", "text=Close%20the%20cock.,Drain%20it."],
  ["a footnote's mark", "It holds nine[^1] tonnes.", "text=It%20holds%20nine,tonnes."],
  ["a term", "**Bilge:** the lowest room", "text=Bilge,the%20lowest%20room"],
])("textFragment() ends a side at %s", (_, text, directive) => {
  expect(fragment(text, text)?.replace(/&.*/, "")).toBe(directive);
});

test("textFragment() adds words from the middle of a long quote, for pages that cut its sides", () => {
  const quote = "a b c d e one two three four five f g h i j";
  expect(fragment(quote, quote)).toBe(
    "text=a%20b%20c%20d%20e,f%20g%20h%20i%20j&text=one%20two%20three%20four%20five",
  );
  const repeated = `${quote}\n\none two three four five`;
  expect(fragment(repeated, quote)).toBe("text=a%20b%20c%20d%20e,f%20g%20h%20i%20j");
});

test("textFragment() of a stretch without words is undefined", () => {
  expect(fragment("![](logo.png)", "![](logo.png)")).toBeUndefined();
});

test("textFragment() drops a lone surrogate", () => {
  expect(fragment("a \uD83D b", "a \uD83D b", "plain")).toBe("text=a%20%20b");
});

const read = (text: string, format: "markdown" | "plain" = "markdown") =>
  visibleText({ text, format }, 0, text.length);

test("visibleText() removes the syntax of Markdown and leaves other text as it is", () => {
  expect(read("See **this**.")).toBe("See this.");
  expect(read("See **this**.", "plain")).toBe("See **this**.");
});

test("visibleText() reduces links by reference to their words", () => {
  expect(read("Use [the option][docs-option] or [Lists][].")).toBe("Use the option or Lists.");
  expect(read("Set [`searchPlaces`] first.")).toBe("Set searchPlaces first.");
});

test("visibleText() leaves other brackets as they are", () => {
  expect(read("A grid[x][y], see [1] and [the page](https://example.com).")).toBe(
    "A grid[x][y], see [1] and the page.",
  );
});

test("visibleText() reads only the given stretch", () => {
  expect(visibleText({ text: "One *two* three", format: "markdown" }, 4, 9)).toBe("two");
});
