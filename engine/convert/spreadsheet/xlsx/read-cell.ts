import { escapeMarkdown } from "../../text/escape-markdown";
import { childOf, elementsIn, textOf, type XmlElement } from "../../xml/xml-element";
import type { SheetCell } from "../sheet";
import type { NumberFormatter } from "./format-number";

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly numberFormats: readonly string[];
  readonly formatNumber: NumberFormatter;
  /** Counts a formula whose result the file does not have. */
  readonly onMissingResult: () => void;
}

type CellValue = Pick<SheetCell, "text" | "kind">;

/** The value of a cell as it is shown; undefined for an empty one. */
export function readCell(cell: XmlElement, context: CellContext): CellValue | undefined {
  const { t: type = "n", s: style = "0" } = cell.attributes;
  const value = textOf(childOf(cell, "x:v"));
  if (type === "inlineStr") return words(richText(childOf(cell, "x:is")));
  if (value === "") return formulaText(cell, context);
  switch (type) {
    case "s":
      return words(context.sharedStrings[Number(value)] ?? "");
    case "b":
      return { text: value === "1" || value === "true" ? "TRUE" : "FALSE", kind: "value" };
    case "d":
      return { text: value.replace(/T00:00:00(\.0+)?Z?$/, "").replace("T", " "), kind: "name" };
    case "n": {
      const number = Number(value);
      const pattern = context.numberFormats[Number(style)] ?? "General";
      return Number.isNaN(number) ? words(value) : context.formatNumber(number, pattern);
    }
    default:
      return type === "e" ? { text: value, kind: "value" } : words(value);
  }
}

/** The words of a shared or inline string, without the readings above Japanese words. */
export function richText(string: XmlElement | undefined): string {
  return elementsIn(string)
    .map((part) =>
      part.name === "x:t" ? textOf(part) : part.name === "x:r" ? textOf(childOf(part, "x:t")) : "",
    )
    .join("")
    .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A program that only writes files leaves the results of formulas to the next one that opens them. */
function formulaText(cell: XmlElement, { onMissingResult }: CellContext): CellValue | undefined {
  const formula = textOf(childOf(cell, "x:f")).trim();
  if (formula === "" || cell.attributes.t === "str") return undefined;
  onMissingResult();
  return { text: escapeMarkdown(`=${formula}`), kind: "value" };
}

function words(text: string): CellValue | undefined {
  const shown = text.replace(/\s+/g, " ").trim();
  return shown === "" ? undefined : { text: escapeMarkdown(shown), kind: "words" };
}
