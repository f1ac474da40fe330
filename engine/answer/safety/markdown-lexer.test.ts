import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { describe, expect, test } from "vitest";
import { english } from "../../language/english/english";
import { sanitiseMarkdown } from "../testing/sanitise-markdown";
import { MarkdownLexer } from "./markdown-lexer";

/** The types of the nodes that a Markdown parser finds. */
function kindsIn(markdown: string): ReadonlySet<string> {
  const kinds = new Set<string>();
  const visit = (node: { type: string; value?: string; children?: unknown[] }) => {
    kinds.add(node.type);
    // Bare addresses that some parsers turn into links.
    if (node.type === "text" && /(?<![\p{L}\p{N}])(?:(?:https?|ftp):\/\/\w|www\.\w)/iu.test(node.value ?? ""))
      kinds.add("link");
    for (const child of node.children ?? []) visit(child as typeof node);
  };
  visit(fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }));
  return kinds;
}

const ACTIVE = ["html", "image", "imageReference", "link", "linkReference", "definition"];
const activeIn = (markdown: string) => ACTIVE.filter((kind) => kindsIn(markdown).has(kind));

describe("MarkdownLexer", () => {
  test.each([
    ["Plain **bold** _words_, a < b & c.", "Plain **bold** _words_, a \\< b & c."],
    ["See [the docs](https://www.docs.example/a?q=1).", "See the docs (docs.example)."],
    ["![secret](https://evil.example/x.png?d=secret)", "secret (evil.example)"],
    ["[![alt](https://a.example/i)](https://b.example/)", "alt (a.example) (b.example)"],
    ["Go to https://user:pw@evil.example/path?x=1&y=2, now", "Go to evil.example, now"],
    ["<https://evil.example/?d=1>", "\\<evil.example>"],
    ["[x](javascript:alert(1))", "x"],
    ["[label][ref] and\n[ref]: https://evil.example/?x", "\\[label\\]\\[ref\\] and\n\\[ref\\]: evil.example"],
    ["<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)>"],
    ["&lt;b&gt; and AT&T", "\\&lt;b\\&gt; and AT&T"],
    ["https\\://evil.example/a and www\\.evil.example/b", "evil.example and evil.example"],
    ["`code <b> https://a.example/x` and `open", "`code <b> https://a.example/x` and 'open"],
    ["```js\nfetch('https://a.example/x')\n```\nEnd", "```js\nfetch('https://a.example/x')\n```\nEnd"],
    ["[1](https://evil.example/?d=1)", "[1] (evil.example)"],
    ["[1]: https://evil.example/?d=1", "[1] : evil.example"],
    ["- [ ] task [x]", "- \\[ \\] task \\[x\\]"],
    ["a\u200bb\u202ec\u{e0041}d\u00ade\ufeff", "abcde"],
    ["👩‍👩‍👧 می‌خواهم", "👩‍👩‍👧 می‌خواهم"],
    ["[a](https://аpple.example/)", "a (xn--pple-43d.example)"],
  ])("%j", (markdown, safe) => {
    expect(sanitiseMarkdown(markdown)).toBe(safe);
  });

  test.each([
    "> ```\n![x](https://evil.example/a)\n",
    "1. a\n   ```\n![x](https://evil.example/a)\n",
    "1. ~~~\n   ```\n   ~~~\n   ![x](https://evil.example/a)\n   ```",
    "`a\n![x](https://evil.example/a) `",
    "``a`![x](https://evil.example/a)",
    "\\`![x](https://evil.example/a)\\`",
    "\\\\[x](https://evil.example/a)",
    "[x]\\(https://evil.example/a)",
    "[a\\](b](https://evil.example/a)",
    "[a](\nhttps://evil.example/a)",
    "![a][b]\n\n[b]:\nhttps://evil.example/a",
    "```\n``` x\n````\n![x](https://evil.example/a)",
    "~~~ `\n![x](https://evil.example/a)\n~~~\n![y](https://evil.example/b)",
    "[1][2]\n\n[2]: <https://evil.example/a>",
    "<div>\n\n![x](https://evil.example/a)",
    "a | b\n--- | ---\n![x](https://evil.example/a) | <img src=x>",
    "&#33;&#91;x](https://evil.example/a)",
    "!\u200b[x](https://evil.example/a)",
    "[x]\u200b(https://evil.example/a)",
    '[x](<https://evil.example/a b> "title")',
    "[x](https://evil.example/(a(b)c))",
    "[1][](https://evil.example/a)",
    "[1]![](https://evil.example/a)",
    "www.a.example.www.b.example",
    "www.a.example=[1]: https://evil.example/a",
    "   ~~~\n```\n~~~\n![x](https://evil.example/a)\n```",
    "> ~~~\n> ```\n> ~~~\n> ![x](https://evil.example/a)",
    "~~~~\n~~~\n```\n~~~~\n![x](https://evil.example/a)",
  ])("leaves no link, picture or HTML of %j", (markdown) => {
    expect(activeIn(sanitiseMarkdown(markdown))).toEqual([]);
  });

  const piece = fc.constantFrom(
    ..."[ ] ( ) ! ` ``` ~~~ < > \\ & : / # * _ | = - +".split(" "),
    ..."\n|\n\n|    |  |\t|\r|1.|- |> |[1]|[1]:|https://evil.example/a?b|www.a.example|x|ab c|\u200b|![x](|](http://a.b/c)|<img src=x>|&#91;|&lt;".split(
      "|",
    ),
  );
  const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

  test("leaves no link, picture or HTML, whatever the marks and their order", () => {
    fc.assert(
      fc.property(soup, (markdown) => {
        expect(activeIn(sanitiseMarkdown(markdown))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test("has the same output however the input is cut into pieces", () => {
    fc.assert(
      fc.property(soup, fc.array(fc.nat(12), { minLength: 1 }), (markdown, lengths) => {
        const lexer = new MarkdownLexer(english.texts.citationNumbers);
        let text = "";
        const take = (tokens: ReturnType<MarkdownLexer["push"]>) => {
          for (const token of tokens) {
            text += token.kind === "citation" ? token.numbers.map((n) => `[${n}]`).join("") : token.text;
          }
        };
        for (let at = 0, turn = 0; at < markdown.length; turn++) {
          const length = (lengths[turn % lengths.length] ?? 0) + 1;
          take(lexer.push(markdown.slice(at, at + length)));
          at += length;
        }
        take(lexer.end());
        expect(text).toBe(sanitiseMarkdown(markdown));
      }),
      { numRuns: 2_000 },
    );
  });
});
