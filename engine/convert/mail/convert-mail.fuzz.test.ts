import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convert } from "../convert-document";
import { sourceFile } from "../testing/source-file";

/** A part of a mail with a word of its own. */
type Tree =
  | Leaf
  | { readonly container: "mixed" | "alternative" | "related" | "digest"; readonly parts: readonly Tree[] };

interface Leaf {
  readonly type: string;
  readonly name: string | undefined;
  readonly disposition: "attachment" | "inline" | undefined;
  readonly encoding: "7bit" | "base64" | "quoted-printable";
  readonly charset: "utf-8" | "iso-8859-1" | undefined;
}

const leaf: fc.Arbitrary<Leaf> = fc.record({
  type: fc.constantFrom(
    ..."text/plain text/html text/csv text/calendar text/vcard text/markdown message/rfc822 application/json".split(
      " ",
    ),
    ..."application/octet-stream application/zip image/png application/pdf text/x-unknown".split(" "),
  ),
  name: fc.constantFrom(undefined, "file.txt", "file.bin", "file.eml", "file"),
  disposition: fc.constantFrom("attachment" as const, "inline" as const, undefined),
  encoding: fc.constantFrom("7bit" as const, "base64" as const, "quoted-printable" as const),
  charset: fc.constantFrom("utf-8" as const, "iso-8859-1" as const, undefined),
});

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.record({
      container: fc.constantFrom(
        "mixed" as const,
        "alternative" as const,
        "related" as const,
        "digest" as const,
      ),
      parts: fc.array(tie("tree"), { minLength: 1, maxLength: 4 }),
    }),
  ),
}));

interface WrittenPart {
  readonly text: string;
  /** What has to be found of it: its words. */
  readonly words: readonly string[];
}

/** Writes the part; every leaf has a word that no other has, and enough of them for none to be a stub. */
function write(part: Tree, counter: { value: number }): WrittenPart {
  if ("container" in part) {
    const boundary = `b${counter.value++}`;
    const parts = part.parts.map((child) => write(child, counter));
    const body = parts.map(({ text }) => `--${boundary}\r\n${text}\r\n`).join("");
    const type = `Content-Type: multipart/${part.container}; boundary="${boundary}"`;
    return { text: `${type}\r\n\r\n${body}--${boundary}--`, words: parts.flatMap(({ words }) => words) };
  }
  const id = counter.value++;
  const words = Array.from({ length: 30 }, (_, at) => `word${id}x${at}`);
  const content = contentOf(part.type, words.join(" "));
  return { text: `${headersOf(part)}\r\n\r\n${encode(content, part.encoding)}`, words: words.slice(0, 1) };
}

function headersOf({ type, name, disposition, encoding, charset }: Leaf): string {
  return [
    `Content-Type: ${type}${charset ? `; charset=${charset}` : ""}${name ? `; name="${name}"` : ""}`,
    ...(disposition ? [`Content-Disposition: ${disposition}${name ? `; filename="${name}"` : ""}`] : []),
    `Content-Transfer-Encoding: ${encoding}`,
  ].join("\r\n");
}

function contentOf(type: string, words: string): string {
  if (type === "text/html") return `<p>${words}</p>`;
  if (type === "text/csv") return `name,value\r\n${words},1`;
  if (type === "text/calendar")
    return `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:${words}\r\nEND:VEVENT\r\nEND:VCALENDAR`;
  if (type === "text/vcard") return `BEGIN:VCARD\r\nFN:${words}\r\nEND:VCARD`;
  if (type === "message/rfc822") return `From: a@example.com\r\nSubject: inner\r\n\r\n${words}`;
  return words;
}

function encode(content: string, encoding: Leaf["encoding"]): string {
  if (encoding === "base64") return Buffer.from(content).toString("base64").replace(/.{76}/g, "$&\r\n");
  return encoding === "quoted-printable" ? content.replaceAll("=", "=3D") : content;
}

describe("convert() of any tree of parts", () => {
  test("has every word of a part in the text, or says in the note that a part is not read", async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (part) => {
        const { text: body, words } = write(part, { value: 0 });
        const mail = `From: Ann <ann@example.com>\r\nSubject: Any\r\nMIME-Version: 1.0\r\n${body}\r\n`;
        const { text, note = "" } = await convert(sourceFile("any.eml", mail));
        const missing = words.filter((word) => !text.includes(word));
        const noted = note.match(/attachment "|\d+ pictures? (?:is|are) not read/g) ?? [];
        const pictures = Number(/(\d+) pictures?/.exec(note)?.[1] ?? 0);
        expect(missing.length).toBeLessThanOrEqual(noted.length + Math.max(0, pictures - 1));
      }),
      { numRuns: 200 },
    );
  });

  test("ends with a text or a named error for any bytes behind the headers of a mail", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), tree, async (bytes, part) => {
        const { text: body } = write(part, { value: 0 });
        const head = new TextEncoder().encode(`From: a@example.com\r\n${body.slice(0, 400)}\r\n`);
        const mail = new Uint8Array([...head, ...bytes]);
        const result = await convert(sourceFile("any.eml", mail)).catch((error: unknown) => error);
        if (result instanceof Error)
          expect(["read-item", "skip-item"]).toContain((result as { code?: string }).code);
        else expect(result).toHaveProperty("text");
      }),
      { numRuns: 100 },
    );
  });
});
