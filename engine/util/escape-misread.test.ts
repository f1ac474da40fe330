import { expect, test } from "vitest";
import { escapeMisread } from "./escape-misread";
import { toPlainText } from "./to-plain-text";

test.each([
  "Use Map<String, List<Integer>> and <file> in <script>",
  "5*3*2 is 30",
  "a < b and c > d",
  "Dial <tel:+1555> or <!-- later -->",
])("escapeMisread() keeps every character of %j", (text) => {
  expect(toPlainText(escapeMisread(text))).toBe(text.replace("<tel:+1555>", "tel:+1555"));
});

test("escapeMisread() leaves addresses, quotations and lists as they are", () => {
  const text = "> Ada <ada@example.com> wrote <https://example.com/a?b=c>\n- one\n* two";
  expect(escapeMisread(text)).toBe(text);
});
