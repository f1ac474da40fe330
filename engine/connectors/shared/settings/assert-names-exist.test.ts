import { expect, test } from "vitest";
import { assertNamesExist } from "./assert-names-exist";

const TEAMS = { what: "team", from: "Linear", setting: "Teams" };

test("assertNamesExist() accepts any spelling of a name, and an empty list", () => {
  expect(() => assertNamesExist(["eng", "DES"], ["ENG", "Des", "OPS"], TEAMS)).not.toThrow();
  expect(() => assertNamesExist([], [], TEAMS)).not.toThrow();
});

test("assertNamesExist() names the unknown name and its field", () => {
  expect(() => assertNamesExist(["eng", "Nope"], ["ENG"], TEAMS)).toThrow(
    expect.objectContaining({
      code: "settings",
      message: 'Cannot find team "Nope" in Linear: change "Teams"',
    }),
  );
});
