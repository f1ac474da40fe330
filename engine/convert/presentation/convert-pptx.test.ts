import { describe, expect, it } from "vitest";
import { convert } from "../convert-document";
import { makePptx, shape, type TestSlide } from "../testing/make-pptx";
import { sourceFile } from "../testing/source-file";

const read = (slides: readonly TestSlide[], parts?: Record<string, string>) =>
  convert(sourceFile("plan.pptx", makePptx(slides, parts)));
const cell = (text: string, attributes = "") =>
  `<a:tc ${attributes}><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;
const frame = (data: string) =>
  `<p:graphicFrame><p:nvGraphicFramePr/><a:graphic><a:graphicData>${data}</a:graphicData></a:graphic></p:graphicFrame>`;

describe("convert() of a presentation", () => {
  it("writes slides in the order of the show, with title, list and notes, and says which are hidden", async () => {
    const notes = shape(["Say that the gate is green."], { type: "body" }) + shape(["7"], { type: "sldNum" });
    const converted = await read(
      [
        {
          shapes:
            shape(["The new dock"], { type: "title" }) +
            shape(["900 EUR a day", "Open in May"], { type: "body" }),
          relationships: { n: ["notesSlide", "../notesSlides/n1.xml"] },
        },
        {
          shapes: shape(["Later"], { type: "ctrTitle" }) + shape(["Only once"], { type: "body" }),
          isHidden: true,
        },
      ],
      { "ppt/notesSlides/n1.xml": `<p:notes><p:cSld><p:spTree>${notes}</p:spTree></p:cSld></p:notes>` },
    );
    expect(converted).toEqual({
      format: "markdown",
      text: `## Slide 1: The new dock

- 900 EUR a day
- Open in May

Notes: Say that the gate is green.

## Slide 2: Later

Only once`,
      note: "Read as well: the hidden slide 2",
    });
  });

  it("reads boxes from the top, side by side ones row by row, columns column by column", async () => {
    const rows = [
      shape(["Below"], { y: 500 }),
      shape(["Right"], { x: 300, y: 102, width: 200, height: 50 }),
      shape(["Left"], { x: 0, y: 100, width: 200, height: 50 }),
      shape(["Top"], { y: 0, width: 500 }),
    ];
    expect((await read([{ shapes: rows.join("") }])).text).toBe("## Slide 1: Top\n\nLeft\n\nRight\n\nBelow");
    const at = { width: 200, height: 50 };
    const columns = [
      shape(["Before"], { ...at, x: 0, y: 0 }),
      shape(["Slow."], { ...at, x: 0, y: 100 }),
      shape(["After"], { ...at, x: 300, y: 0 }),
      shape(["Fast."], { ...at, x: 300, y: 100 }),
    ];
    const { text } = await read([{ shapes: shape(["Compared"], { type: "title" }) + columns.join("") }]);
    expect(text).toBe("## Slide 1: Compared\n\nBefore\n\nSlow.\n\nAfter\n\nFast.");
  });

  it("reads tables, charts, diagrams, groups, comments and descriptions of pictures", async () => {
    const table = `<a:tbl><a:tblPr firstRow="1"/><a:tr>${cell("Day", 'rowSpan="2"')}${cell("Early", 'gridSpan="2"')}${cell("", 'hMerge="1"')}</a:tr><a:tr>${cell("", 'vMerge="1"')}${cell("Pier")}${cell("Office")}</a:tr><a:tr>${cell("Monday")}${cell("Ida")}${cell("Ole")}</a:tr></a:tbl>`;
    const values = (kind: string, points: readonly string[]) =>
      `<c:${kind}><c:strCache>${points.map((point, at) => `<c:pt idx="${at}"><c:v>${point}</c:v></c:pt>`).join("")}</c:strCache></c:${kind}>`;
    const group = `<p:grpSp><p:grpSpPr/>${shape(["In a group"])}</p:grpSp>`;
    const picture = `<p:pic><p:nvPicPr><p:cNvPr id="1" name="p" descr="The quay"/></p:nvPicPr></p:pic>`;
    const { text, note } = await read(
      [
        {
          shapes: `${shape(["All"], { type: "title" })}${frame(table)}${frame('<c:chart r:id="c"/>')}${frame('<dgm:relIds r:dm="d"/>')}${group}${picture}${shape(["Draft"], { type: "ftr" })}`,
          relationships: {
            c: ["chart", "../charts/chart1.xml"],
            d: ["diagramData", "../diagrams/data1.xml"],
            k: ["comments", "../comments/c1.xml"],
          },
        },
      ],
      {
        "ppt/charts/chart1.xml": `<c:chartSpace><c:chart><c:title><a:p><a:r><a:t>Income</a:t></a:r></a:p></c:title><c:plotArea><c:barChart><c:ser>${values("tx", ["EUR"])}${values("cat", ["May", "June"])}${values("val", ["10", "12"])}</c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`,
        "ppt/diagrams/data1.xml": `<dgm:dataModel><dgm:ptLst><dgm:pt modelId="0" type="doc"/><dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>Plan</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt modelId="2"><dgm:t><a:p><a:r><a:t>Build</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst><dgm:cxnLst><dgm:cxn srcId="0" destId="1" srcOrd="0"/><dgm:cxn srcId="1" destId="2" srcOrd="0"/></dgm:cxnLst></dgm:dataModel>`,
        "ppt/comments/c1.xml": `<p:cmLst><p:cm authorId="0"><p:text>Too early</p:text></p:cm></p:cmLst>`,
        "ppt/commentAuthors.xml": `<p:cmAuthorLst><p:cmAuthor id="0" name="Ann"/></p:cmAuthorLst>`,
      },
    );
    expect(text).toBe(`## Slide 1: All

| Day | Early Pier | Early Office |
| --- | --- | --- |
| Monday | Ida | Ole |

Chart: Income

|  | EUR |
| --- | --- |
| May | 10 |
| June | 12 |

- Plan
   - Build

In a group

Picture: The quay

Comment by Ann: Too early

Page footer: Draft`);
    expect(note).toBe("Left out: 1 picture");
  });
});
