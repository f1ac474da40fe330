import { oneLine } from "../office/markdown/markdown-writer";
import { writeTable } from "../office/markdown/write-table";
import { escapeMarkdown } from "../text/escape-markdown";
import { descendants, elementsIn, textOf, type XmlElement } from "../xml/xml-element";

/** An embedded chart as its title and the table that it shows, or a formula as its words; "" for other objects. */
export function readOdfChart(content: XmlElement | undefined): string {
  if (content === undefined) return "";
  if (/(?:^|:)math$/.test(content.name)) return formula(content);
  const [chart] = descendants(content, "chart:chart");
  if (!chart) return "";
  const title = oneLine(textOf(elementsIn(chart).find(({ name }) => name === "chart:title")));
  const rows = descendants(chart, "table:table-row").map((row) =>
    elementsIn(row).map((cell) => ({ text: escapeMarkdown(oneLine(textOf(cell))) })),
  );
  return [title === "" ? "Chart" : `Chart: ${escapeMarkdown(title)}`, writeTable(rows)]
    .filter(Boolean)
    .join("\n\n");
}

/** LibreOffice keeps a formula in its own words beside MathML. */
function formula(math: XmlElement): string {
  const annotation = descendants(math, "annotation", "math:annotation")[0];
  return escapeMarkdown(oneLine(textOf(annotation ?? math)));
}
