import type { LeftOut } from "../../office/left-out";
import { oneLine } from "../../office/markdown/markdown-writer";
import type { OfficePackage } from "../../office/package/open-package";
import { escapeMarkdown } from "../../text/escape-markdown";
import { descendants, textOf, type XmlElement } from "../../xml/xml-element";

/** The words of text boxes and the titles of charts on a sheet. A chart's values are in the cells. */
export async function readDrawings(
  file: OfficePackage,
  sheet: string,
  leftOut: LeftOut,
): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const { type, target } of await file.relationships(sheet)) {
    if (type !== "drawing") continue;
    const root = await file.part(target);
    texts.push(...descendants(root, "xdr:sp").map(shapeText), ...pictureTexts(root, leftOut));
    for (const chart of (await file.relationships(target)).filter((part) => part.type === "chart")) {
      const title = oneLine(textOf(descendants(await file.part(chart.target), "c:title")[0]));
      texts.push(title === "" ? "" : `Chart: ${escapeMarkdown(title)}`);
    }
  }
  return texts.filter((text) => text !== "");
}

function shapeText(shape: XmlElement): string {
  return descendants(shape, "a:p")
    .map((paragraph) => escapeMarkdown(oneLine(textOf(paragraph))))
    .join("\n")
    .trim();
}

/** The descriptions of pictures; all pictures are counted. */
function pictureTexts(root: XmlElement | undefined, leftOut: LeftOut): readonly string[] {
  const pictures = descendants(root, "xdr:pic");
  leftOut.add("picture", pictures.length);
  return pictures.flatMap((picture) => {
    const words = oneLine(descendants(picture, "xdr:cNvPr")[0]?.attributes.descr ?? "");
    return words === "" ? [] : [`Picture: ${escapeMarkdown(words)}`];
  });
}
