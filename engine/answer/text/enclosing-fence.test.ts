import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import { enclosingFence } from "./enclosing-fence";

const fenceAt = (text: string, offset: number) => enclosingFence({ text }, offset);

test("enclosingFence() returns the opening line of the block around an offset", () => {
  const text = "Words.\n\n```ts title\nconst a = 1;\n```\n\nMore words.";
  expect(fenceAt(text, text.indexOf("const"))).toBe("```ts title\n");
  expect(fenceAt(text, text.indexOf("Words"))).toBe("");
  expect(fenceAt(text, text.indexOf("More"))).toBe("");
});

test("enclosingFence() ends a block neither at a shorter fence nor at one of another kind", () => {
  const text = "````md\n```js\n```\n~~~~\nstill code";
  expect(fenceAt(text, text.length)).toBe("````md\n");
});

test("enclosingFence() recognises fences in lists and quotations, and inline code that looks like one", () => {
  expect(fenceAt("1. Do:\n   ```sh\n   npm i", 22)).toBe("```sh\n");
  expect(fenceAt("> ```\n> code", 12)).toBe("```\n");
  expect(fenceAt("Use ``` in words\nand on", 20)).toBe("");
  expect(fenceAt("```a``` is inline\nand on", 20)).toBe("");
});

test("enclosingFence() agrees with a Markdown parser about every line", () => {
  const line = fc.constantFrom("words", "", "```", "```js", "````", "~~~", "const a;");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join("\n");
      const blocks = fromMarkdown(text).children.flatMap((node) =>
        node.type === "code" ? [[node.position!.start.line, node.position!.end.line] as const] : [],
      );
      for (const [position, words] of lines.entries()) {
        if (words !== "words") continue;
        const offset = lines.slice(0, position).join("\n").length + (position === 0 ? 0 : 1);
        const isCode = blocks.some(([first, last]) => first <= position + 1 && position + 1 <= last);
        expect(fenceAt(text, offset) !== "").toBe(isCode);
      }
    }),
  );
});
