import { at, childOf, descendants, elementsIn, textOf, type XmlElement } from "../../xml/xml-element";
import { oneLine } from "../markdown/markdown-writer";
import { writeRows } from "../markdown/write-table";

/** Points of one series; more are a measurement and no chart of words. */
const MAX_POINTS = 500;

/** A chart as its title and a table of its values by category and series. */
export function readChart(part: XmlElement | undefined): string {
  const chart = childOf(part, "c:chart");
  const title = oneLine(textOf(childOf(chart, "c:title")));
  const series = descendants(childOf(chart, "c:plotArea"), "c:ser").map(readSeries);
  const categories = series.find(({ categories }) => categories.length > 0)?.categories ?? [];
  const rows = Math.max(0, ...series.map(({ values }) => values.length));
  const body = Array.from({ length: Math.min(rows, MAX_POINTS) }, (_, row) => [
    categories[row] ?? String(row + 1),
    ...series.map(({ values }) => values[row] ?? ""),
  ]);
  const header = ["", ...series.map(({ name }) => name)];
  return [
    title === "" ? "Chart" : `Chart: ${title}`,
    ...(body.length > 0 ? writeRows(header, body) : []),
  ].join("\n\n");
}

interface Series {
  readonly name: string;
  readonly categories: readonly string[];
  readonly values: readonly string[];
}

function readSeries(series: XmlElement): Series {
  return {
    name: points(childOf(series, "c:tx")).join(" "),
    categories: points(childOf(series, "c:cat") ?? childOf(series, "c:xVal")),
    values: points(childOf(series, "c:val") ?? childOf(series, "c:yVal")),
  };
}

/** The values that the file has saved; those of several levels are joined. */
function points(source: XmlElement | undefined): readonly string[] {
  const caches = descendants(source, "c:strCache", "c:numCache", "c:lvl", "c:strLit", "c:numLit");
  const levels = caches.map((cache) => {
    const values: string[] = [];
    for (const point of elementsIn(cache).filter(({ name }) => name === "c:pt"))
      values[Math.min(Number(point.attributes.idx ?? values.length), MAX_POINTS)] = oneLine(
        textOf(at(point, "c:v")),
      );
    return values;
  });
  const [first = []] = levels;
  return Array.from(first, (value, at) =>
    levels.length < 2
      ? (value ?? "")
      : levels
          .map((level) => level[at] ?? "")
          .reverse()
          .filter(Boolean)
          .join(" "),
  );
}
