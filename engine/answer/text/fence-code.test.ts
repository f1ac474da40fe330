import { expect, test } from "vitest";
import { fenceCode } from "./fence-code";

test("fenceCode() names the language where there is one", () => {
  expect(fenceCode("ls", "sh")).toBe("```sh\nls\n```");
  expect(fenceCode("ls")).toBe("```\nls\n```");
});

test("fenceCode() fences code that holds a fence with a longer one", () => {
  expect(fenceCode("```\nx\n```")).toBe("````\n```\nx\n```\n````");
});
