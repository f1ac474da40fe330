import { expect, test } from "vitest";
import { convertExport, messagesOf } from "../testing/convert-export";

const node = (
  role: string,
  content: unknown,
  parent: string | null,
  children: string[],
  more: object = {},
) => ({
  message: { author: { role }, create_time: 1790000000, content, ...more },
  parent,
  children,
});
const said = (...parts: unknown[]) => ({ content_type: "text", parts });

test("a ChatGPT export is read branch by branch, with titles, roles and times", async () => {
  const converted = await convertExport("conversations.json", [
    {
      title: "Glue",
      current_node: "c2",
      mapping: {
        root: { message: null, parent: null, children: ["a"] },
        a: node("system", said("Be brief"), "root", ["b"]),
        b: node("user", said("Which glue holds teak?"), "a", ["c1", "c2"]),
        c1: node("assistant", said("Bone glue."), "b", []),
        c2: node(
          "assistant",
          said("Epoxy holds teak best.", { content_type: "image_asset_pointer" }),
          "b",
          [],
        ),
      },
    },
    {
      title: "Paint",
      mapping: {
        a: node("user", said("And paint?"), null, ["b"]),
        b: node("assistant", { content_type: "code", language: "python", text: "print(1)" }, "a", []),
      },
    },
    { broken: true },
  ]);
  expect(messagesOf(converted)).toEqual([
    ["User", "Which glue holds teak?"],
    ["ChatGPT", "Epoxy holds teak best."],
    ["User", "And paint?"],
    ["ChatGPT", "```python\nprint(1)\n```"],
  ]);
  expect(converted.text).toMatch(/^# Glue\n\n\*\*User\*\* \(2026-09-21 14:13 UTC\):[\s\S]*\n\n# Paint\n\n/);
  expect(converted.note).toBe(
    "1 conversation cannot be read; 1 message of other versions of the conversations left out; 1 picture or recording not read",
  );
});
