import { expect, test } from "vitest";
import { parseDevOptions } from "./dev-options";

const hasDisplay = true;

test("parseDevOptions() keeps a profile of its own and opens a window where there is a display", () => {
  const options = parseDevOptions([], { hasDisplay });
  expect(options).toMatchObject({ headless: false, check: false });
  expect(options.profile).toMatch(/build\/dev-profile$/);
  expect(parseDevOptions([], { hasDisplay: false }).headless).toBe(true);
  expect(parseDevOptions(["--profile", "/tmp/p"], { hasDisplay }).profile).toBe("/tmp/p");
});

test("parseDevOptions() checks without a window", () => {
  expect(parseDevOptions(["--check"], { hasDisplay })).toMatchObject({ headless: true, check: true });
});

test.each([
  [["--profile", ""], "Cannot use a folder without a name"],
  [["--check", "--profile", "x"], "--check takes a new one"],
  [["--watch"], "Unknown option '--watch'"],
])("parseDevOptions() says in one line what is wrong with %j", (args, message) => {
  expect(() => parseDevOptions(args, { hasDisplay })).toThrow(message);
});
