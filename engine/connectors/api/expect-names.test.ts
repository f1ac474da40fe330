import { expect, test } from "vitest";
import { expectNames } from "./expect-names";

const TEAMS = { what: "team", from: "Linear", setting: "Teams" };

test("expectNames() takes names however they are written, and none at all", () => {
  expect(() => expectNames(["eng", "DES"], ["ENG", "Des", "OPS"], TEAMS)).not.toThrow();
  expect(() => expectNames([], [], TEAMS)).not.toThrow();
});

test("expectNames() says which name is wrong, and where", () => {
  expect(() => expectNames(["eng", "Nope"], ["ENG"], TEAMS)).toThrow(
    expect.objectContaining({
      code: "settings",
      message: 'Cannot find team "Nope" in Linear: change "Teams"',
    }),
  );
});
