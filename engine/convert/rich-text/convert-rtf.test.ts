import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convert } from "../convert-document";
import { sourceFile } from "../testing/source-file";

const bytes = (rtf: string) => Uint8Array.from(rtf, (letter) => letter.charCodeAt(0));
const read = (rtf: string, name = "a.rtf") => convert(sourceFile(name, bytes(rtf)));

describe("convert() of a Rich Text file", () => {
  it("leaves hidden text out, and says so", async () => {
    const { text, note } = await read("{\\rtf1 Open{\\v  secret} door\\par}");
    expect([text, note]).toEqual(["Open door", "Hidden text is left out"]);
  });

  it("reads it under any name", async () => {
    for (const name of ["a.rtf", "a.txt", "a.doc", "a"])
      expect(
        (await read(String.raw`{\rtf1\ansi{\fonttbl{\f0 Arial;}}The gate is {\b green}.\par}`, name)).text,
      ).toBe("The gate is green.");
  });

  it("decodes bytes by the code page and the font, and characters in Unicode without their stand-ins", async () => {
    const fonts = String.raw`{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\fcharset128 C;}}`;
    const { text } = await read(
      String.raw`{\rtf1\ansi\ansicpg1252` +
        fonts +
        String.raw`J\'e4nner \f1\'cf\'f0\f0  \f2\'93\'fa\'96\'7b\f0  \u8364? \uc2\u26085\'93\'fa\uc0\u8211\u55357\u56832 \{a\}\~b\_c\-d}`,
    );
    expect(text).toBe("Jänner Пр 日本 € 日–😀{a} b-cd");
    expect((await read(String.raw`{\rtf1\ansi\ansicpg1250 \'e8\'f8}`)).text).toBe("čř");
  });

  it("reads headings, lists, notes, comments, links and headers, and skips what is not shown", async () => {
    const { text, title, author, note } = await read(
      String.raw`{\rtf1\ansi{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}}{\info{\title Gate plan}{\author Ann}}{\header File 7\par}{\footer Page {\field{\*\fldinst PAGE}{\fldrslt 3}}\par}{\*\generator X;}` +
        String.raw`\pard\s1 Gate\par\pard Painted{\footnote\pard Twice.} green{\v secret}{\deleted old}.{\*\atnauthor Bob}{\*\annotation\pard Really?}\par{\listtext 3.\tab}third\par{\listtext\'b7\tab}dot\par See {\field{\*\fldinst HYPERLINK "https://example.com/a"}{\fldrslt the yard}}.\par{\pict\pngblip 89504e47}\bin3 }}}\par\page\s1\outlinelevel1 Next\par}`,
    );
    expect(text).toBe(
      "# Gate\n\nPainted green.\n\nFootnote: Twice.\n\nComment by Bob: Really?\n\n3. third\n- dot\n\nSee [the yard](https://example.com/a).\n\n## Next\n\nPage header: File 7",
    );
    expect({ title, author, note }).toEqual({
      title: "Gate plan",
      author: "Ann",
      note: "Left out: 1 picture; Hidden text is left out; Tracked changes are read as accepted",
    });
  });

  it("reads tables with merged cells", async () => {
    const row = (definition: string, ...cells: string[]) =>
      String.raw`\trowd` +
      definition +
      cells.map((cell) => String.raw`\pard\intbl ${cell}\cell`).join("") +
      String.raw`\row`;
    const three = String.raw`\cellx1000\cellx2000\cellx3000`;
    const { text } = await read(
      String.raw`{\rtf1 Before\par` +
        row(String.raw`\clvmgf\cellx1000\cellx3000`, "Day", "Early") +
        row(String.raw`\clvmrg\cellx1000\cellx2000\cellx3000`, "", "Pier", "Office") +
        row(three, "Monday", "Ida", String.raw`Ole\par Nils`) +
        row(String.raw`\cellx1000\clmgf\cellx2000\clmrg\cellx3000`, "Tuesday", "Kaja", "") +
        String.raw`\pard After\par}`,
    );
    expect(text).toBe(`Before

| Day | Early Pier | Early Office |
| --- | --- | --- |
| Monday | Ida | Ole Nils |
| Tuesday | Kaja | Kaja |

After`);
  });

  it("reads any damaged file or names it", async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "{",
        "}",
        "\\par ",
        "\\'",
        "\\'e4",
        "\\u-5 ",
        "\\uc9",
        "\\bin99999 ",
        "{\\*\\x ",
        "\\cell",
        "\\row",
        "\\cellx-9",
        "{\\footnote ",
        "\\f7 ",
      ),
      fc.string({ unit: "binary", maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        try {
          expect((await read(`{\\rtf1 ${pieces.join("").replace(/[^\0-\xff]/g, "")}`)).text.trim()).not.toBe(
            "",
          );
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^(skip|read)-item$/) });
        }
      }),
      { numRuns: 200 },
    );
  });
});
