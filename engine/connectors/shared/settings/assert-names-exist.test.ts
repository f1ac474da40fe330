import { expect, test } from "vitest";
import { assertNamesExist } from "./assert-names-exist";

const TEAMS = { what: "team", from: "Linear", setting: "Teams" };

test("assertNamesExist() takes names however they are written, and none at all", () => {
  expect(() => assertNamesExist(["eng", "DES"], ["ENG", "Des", "OPS"], TEAMS)).not.toThrow();
  expect(() => assertNamesExist([], [], TEAMS)).not.toThrow();
});

test("assertNamesExist() says which name is wrong, and where", () => {
  expect(() => assertNamesExist(["eng", "Nope"], ["ENG"], TEAMS)).toThrow(
    expect.objectContaining({
      code: "settings",
      message: 'Cannot find team "Nope" in Linear: change "Teams"',
    }),
  );
});
