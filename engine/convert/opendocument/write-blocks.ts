import type { LeftOut } from "../office/left-out";
import { createMarkdownWriter, type MarkdownWriter, oneLine } from "../office/markdown/markdown-writer";
import type { TableCell } from "../office/markdown/table-grid";
import { tableWords } from "../office/markdown/table-words";
import { writeTable } from "../office/markdown/write-table";
import { escapeMarkdown } from "../text/escape-markdown";
import { childOf, descendants, elementsIn, textOf, type XmlElement } from "../xml/xml-element";
import { commentText, paragraphText } from "./inline-text";
import type { OdfContext } from "./odf-context";
import { readOdfChart } from "./read-odf-chart";
import type { ListLevel, OdfStyles } from "./read-styles";

export interface BlockWriterDeps {
  readonly styles: OdfStyles;
  readonly leftOut: LeftOut;
  readonly writer: MarkdownWriter;
  readonly signal: AbortSignal | undefined;
  /** A table within a cell is written as words. */
  readonly isInCell?: boolean;
  readonly object: (href: string | undefined) => Promise<XmlElement | undefined>;
}

/** Tables of contents and indexes repeat what stands elsewhere. */
const REPEATED =
  /^text:(?:table-of-content|alphabetical-index|illustration-index|table-index|object-index|user-index)$/;
const NOT_SHOWN =
  /^(?:office:forms|office:settings|svg:|text:sequence-decl|text:variable-decl|text:user-field-decl)/;
const NOT_CONTENT = /^(?:svg:|draw:glue|draw:enhanced|office:event)/;

/** Writes the blocks of a text, a text box, a note or a cell. */
export class BlockWriter {
  readonly #deps: BlockWriterDeps;
  /** Notes and comments on the paragraph being read, and frames in it. */
  readonly #behind: string[] = [];
  readonly #frames: XmlElement[] = [];
  readonly #context: OdfContext;
  /** The last number of each level of a list style, for lists that go on. */
  readonly #numbers = new Map<string, number>();

  constructor(deps: BlockWriterDeps) {
    this.#deps = deps;
    this.#context = {
      styles: deps.styles,
      leftOut: deps.leftOut,
      after: (markdown) => void this.#behind.push(markdown),
      frame: (element) => void this.#frames.push(element),
    };
  }

  async write(element: XmlElement): Promise<void> {
    const { name, attributes } = element;
    const { writer, leftOut } = this.#deps;
    if (REPEATED.test(name) || NOT_SHOWN.test(name)) return;
    switch (name) {
      case "text:h": {
        const level = Number(attributes["text:outline-level"] ?? 1) || 1;
        writer.heading(level, oneLine(this.#words(element)));
        return this.#writeBehind();
      }
      case "text:p":
        writer.paragraph(this.#words(element));
        return this.#writeBehind();
      case "text:list":
        return this.#writeList(element, 0, attributes["text:style-name"]);
      case "table:table":
        writer.block(await this.#table(element));
        return this.#writeBehind();
      case "text:tracked-changes":
        leftOut.say(`Tracked changes are read as accepted: ${elementsIn(element).length}`);
        return;
      case "office:annotation":
        writer.paragraph(commentText(element, this.#context));
        return;
      case "draw:frame":
        return this.#writeFrame(element);
      default:
        return this.#writeAll(elementsIn(element));
    }
  }

  #words(paragraph: XmlElement): string {
    return paragraphText(paragraph, this.#context);
  }

  async #writeAll(elements: readonly XmlElement[]): Promise<void> {
    for (const element of elements) await this.write(element);
  }

  async #writeBehind(): Promise<void> {
    for (const markdown of this.#behind.splice(0)) this.#deps.writer.paragraph(markdown);
    for (const frame of this.#frames.splice(0)) await this.write(frame);
  }

  async #writeList(list: XmlElement, depth: number, style: string | undefined): Promise<void> {
    const level = this.#deps.styles.listLevels(style)[depth];
    const key = `${style}:${depth}`;
    const { "text:continue-numbering": continues, "text:continue-list": continued } = list.attributes;
    const goesOn = continues === "true" || continued !== undefined;
    let number = goesOn ? (this.#numbers.get(key) ?? 0) : (level?.start ?? 1) - 1;
    for (const item of elementsIn(list)) {
      const isItem = item.name === "text:list-item";
      const start = item.attributes["text:start-value"];
      if (isItem) number = start === undefined ? number + 1 : Number(start);
      const marker = markerOf(level, number);
      await this.#writeItem(item, { depth, style, ...(isItem && { marker }) });
    }
    this.#numbers.set(key, number);
  }

  /** The first paragraph has the marker. */
  async #writeItem(item: XmlElement, { depth, style, marker }: ItemOptions): Promise<void> {
    let nextMarker = marker;
    for (const child of elementsIn(item)) {
      if (child.name === "text:list")
        await this.#writeList(child, depth + 1, child.attributes["text:style-name"] ?? style);
      else if (child.name === "text:p" && nextMarker !== undefined) {
        this.#deps.writer.item(depth, nextMarker, this.#words(child));
        await this.#writeBehind();
        nextMarker = undefined;
      } else await this.write(child);
    }
  }

  async #table(table: XmlElement): Promise<string> {
    const rows: TableCell[][] = [];
    let headerRows = 0;
    for (const { row, isHeader } of tableRows(table)) {
      if (isHeader) headerRows++;
      rows.push(
        await Promise.all(
          elementsIn(row)
            .filter(isCell)
            .map((cell) => this.#cell(cell)),
        ),
      );
    }
    return this.#deps.isInCell ? tableWords(rows) : writeTable(rows, { headerRows });
  }

  async #cell(cell: XmlElement): Promise<TableCell> {
    const writer = createMarkdownWriter();
    const blocks = new BlockWriter({ ...this.#deps, writer, isInCell: true });
    for (const child of elementsIn(cell)) await blocks.write(child);
    return {
      text: oneLine(writer.toString().replace(/^#+ /gm, "")),
      colSpan: Number(cell.attributes["table:number-columns-spanned"] ?? 1) || 1,
      rowSpan: Number(cell.attributes["table:number-rows-spanned"] ?? 1) || 1,
    };
  }

  /** A text box, a table, a picture with its description, or an object of another program. */
  async #writeFrame(frame: XmlElement): Promise<void> {
    const { writer, leftOut, object } = this.#deps;
    const content = elementsIn(frame).filter(({ name }) => !NOT_CONTENT.test(name));
    const embedded = content.find(({ name }) => name === "draw:object");
    if (embedded) {
      const words = readOdfChart(await object(embedded.attributes["xlink:href"]));
      if (words === "") leftOut.add("embedded object");
      writer.block(words);
    } else if (content.some(({ name }) => name === "draw:image")) {
      leftOut.add("picture");
      const about = ["svg:title", "svg:desc"].map((name) => oneLine(textOf(childOf(frame, name))));
      const words = about.filter(Boolean).join(": ");
      if (words !== "") writer.paragraph(`Picture: ${escapeMarkdown(words)}`);
    } else if (content.some(({ name }) => /^draw:(?:plugin|applet|floating-frame)$/.test(name)))
      leftOut.add("embedded object");
    else await this.#writeAll(content);
  }
}

function markerOf(level: ListLevel | undefined, number: number): string {
  return level?.isNumbered ? `${number}${level.suffix === ")" ? ")" : "."}` : "-";
}

interface ItemOptions {
  readonly depth: number;
  readonly style: string | undefined;
  readonly marker?: string;
}

function isCell({ name }: XmlElement): boolean {
  return name === "table:table-cell";
}

/** The rows of a table, also those in groups. */
function tableRows(table: XmlElement, isHeader = false): readonly { row: XmlElement; isHeader: boolean }[] {
  return elementsIn(table).flatMap((child) => {
    if (child.name === "table:table-row") return [{ row: child, isHeader }];
    return /^table:table-(?:header-rows|rows|row-group)$/.test(child.name)
      ? tableRows(child, isHeader || child.name === "table:table-header-rows")
      : [];
  });
}

/** Paragraphs below an element, for parts that are short. */
export function hasWords(element: XmlElement): boolean {
  return descendants(element, "text:p").some((paragraph) => textOf(paragraph).trim() !== "");
}
