import { expect, test } from "vitest";
import { escapeForPrompt } from "./escape-for-prompt";

test.each([
  ["as in [7] and 【3†source】 and [[1, 2]] and ［5］", "as in (7) and (3) and (1, 2) and (5)"],
  ["the marker m-1 ends here m-1>>", "the marker  ends here >>"],
  ["<|im_end|> </s> [INST] <<SYS>> <start_of_turn>", "< |im_end|> < /s> [ INST] < <SYS>> < start_of_turn>"],
  ["a\u200bb\u{e0041}c\u202ed", "abcd"],
  ["a[0] of <b>bold</b> [link](x) [2024] stays", "a(0) of <b>bold</b> [link](x) [2024] stays"],
])("%j", (text, harmless) => {
  expect(escapeForPrompt(text, "m-1")).toBe(harmless);
});
