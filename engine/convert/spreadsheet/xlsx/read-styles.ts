import { getFormatFromId } from "numfmt";
import { childOf, elementsIn, type XmlElement } from "../../xml/xml-element";

/** The number format of each cell style. */
export function readNumberFormats(styles: XmlElement | undefined): readonly string[] {
  const custom = new Map(
    elementsIn(childOf(styles, "x:numFmts")).map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? "General",
    ]),
  );
  return elementsIn(childOf(styles, "x:cellXfs")).map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return custom.get(id) ?? getFormatFromId(id) ?? "General";
  });
}
