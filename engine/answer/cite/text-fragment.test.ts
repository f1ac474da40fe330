import { expect, test } from "vitest";
import { textFragment } from "./text-fragment";

function fragment(text: string, quote: string, format: "markdown" | "plain" = "markdown") {
  const start = text.indexOf(quote);
  return textFragment({ text, format }, start, start + quote.length);
}

test("textFragment() gives a short quote whole", () => {
  expect(fragment("Before. The lid opens upwards. After.", "The lid opens upwards.")).toBe(
    "text=The%20lid%20opens%20upwards.",
  );
});

test("textFragment() gives a long quote by its first and last words", () => {
  const quote = "One two three four five six seven eight nine ten eleven twelve.";
  expect(fragment(quote, quote)).toBe(
    "text=One%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve.",
  );
});

test("textFragment() encodes the signs of its own syntax", () => {
  expect(fragment("Up-to-date, fast & free.", "Up-to-date, fast & free.")).toBe(
    "text=Up%2Dto%2Ddate%2C%20fast%20%26%20free.",
  );
});

test("textFragment() names words as a reader sees them", () => {
  const text = "Read [the **guide**](https://example.com) and run `npm test`.";
  expect(fragment(text, text)).toBe("text=Read%20the%20guide%20and%20run%20npm%20test.");
});

test("textFragment() leaves plain text as it stands", () => {
  expect(fragment("a *b* c", "a *b* c", "plain")).toBe("text=a%20*b*%20c");
});

test("textFragment() adds the words around a quote that occurs twice", () => {
  const text = "First: press the key. Second: press the key. Third: stop.";
  const start = text.lastIndexOf("press the key.");
  expect(textFragment({ text, format: "plain" }, start, start + 14)).toBe(
    "text=the%20key.%20Second%3A-,press%20the%20key.,-Third%3A%20stop.",
  );
});

test("textFragment() takes context from no more than the neighbouring line on each side", () => {
  const text = "Press here.\n\nNo. Press here.\n\nStop.";
  const start = text.lastIndexOf("Press here.");
  expect(textFragment({ text, format: "markdown" }, start, start + 11)).toBe(
    "text=No.-,Press%20here.,-Stop.",
  );
});

test("textFragment() spans blocks by the words of the first and the last", () => {
  const text = "Supported:\n\n- Linux\n- macOS on Apple chips";
  expect(fragment(text, text)).toBe("text=Supported%3A,macOS%20on%20Apple%20chips");
});

test("textFragment() of a stretch without words is undefined", () => {
  expect(fragment("![](logo.png)", "![](logo.png)")).toBeUndefined();
});

test("textFragment() survives half a surrogate pair", () => {
  expect(fragment("a \uD83D b", "a \uD83D b", "plain")).toBe("text=a%20%20b");
});
