import { escapeMarkdown } from "../../text/escape-markdown";
import { childOf, descendants, elementsIn, textOf, type XmlElement } from "../../xml/xml-element";
import { createMarkdownWriter, oneLine } from "../markdown/markdown-writer";

/** Diagrams are small; deeper ones are damaged or a circle. */
const MAX_DEPTH = 8;

/** The words of a diagram (SmartArt) as a list, each below the one that it belongs to. */
export function readDiagram(part: XmlElement | undefined): string {
  const texts = new Map<string, string>();
  for (const point of elementsIn(childOf(part, "dgm:ptLst"))) {
    const paragraphs = descendants(childOf(point, "dgm:t"), "a:p").map((paragraph) =>
      oneLine(textOf(paragraph)),
    );
    texts.set(point.attributes.modelId ?? "", escapeMarkdown(paragraphs.filter(Boolean).join(" ")));
  }
  const children = childrenOf(part);
  const isChild = new Set([...children.values()].flat());
  const writer = createMarkdownWriter();
  const write = (id: string, depth: number): void => {
    const text = texts.get(id) ?? "";
    texts.delete(id);
    writer.item(depth, "-", text);
    if (depth < MAX_DEPTH)
      for (const child of children.get(id) ?? []) write(child, text === "" ? depth : depth + 1);
  };
  for (const id of [...texts.keys()]) if (!isChild.has(id)) write(id, 0);
  return writer.toString();
}

/** Points by the one above them, in order. */
function childrenOf(part: XmlElement | undefined): ReadonlyMap<string, readonly string[]> {
  const connections = elementsIn(childOf(part, "dgm:cxnLst"))
    .map(({ attributes }) => attributes)
    .filter(({ type }) => type === undefined || type === "parOf")
    .sort((a, b) => Number(a.srcOrd ?? 0) - Number(b.srcOrd ?? 0));
  const children = new Map<string, string[]>();
  for (const { srcId = "", destId = "" } of connections)
    children.set(srcId, [...(children.get(srcId) ?? []), destId]);
  return children;
}
