import { expect, test } from "vitest";
import { parseDemoOptions } from "./demo-options";

const withDisplay = { hasDisplay: true };

test("parseDemoOptions() takes several questions in their order", () => {
  const { questions } = parseDemoOptions(["--ask", "one?", "--ask", "two?"], withDisplay);
  expect(questions).toEqual(["one?", "two?"]);
});

test("parseDemoOptions() asks each question in a conversation of its own unless one is wanted", () => {
  expect(parseDemoOptions(["--ask", "one?"], withDisplay).conversation).toBe(false);
  expect(parseDemoOptions(["--ask", "one?", "--conversation"], withDisplay).conversation).toBe(true);
});

test("parseDemoOptions() goes headless by itself without a display", () => {
  expect(parseDemoOptions([], withDisplay).headless).toBe(false);
  expect(parseDemoOptions([], { hasDisplay: false }).headless).toBe(true);
});

test("parseDemoOptions() names an unknown option in one line", () => {
  expect(() => parseDemoOptions(["--fodler", "x"], withDisplay)).toThrow(
    /^Cannot read the options: .*--fodler.*usage:/,
  );
  expect(() => parseDemoOptions(["--folder"], withDisplay)).toThrow(/^[^\n]+$/);
});

test("parseDemoOptions() refuses an empty question", () => {
  expect(() => parseDemoOptions(["--ask", "  "], withDisplay)).toThrow("Cannot ask an empty question");
});

test("parseDemoOptions() takes no empty name for the working directory", () => {
  expect(() => parseDemoOptions(["--folder", ""], withDisplay)).toThrow("Cannot use a folder without a name");
  expect(() => parseDemoOptions(["--out="], withDisplay)).toThrow("Cannot use a folder without a name");
});
