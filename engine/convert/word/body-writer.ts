import type { ConvertPart } from "../convert";
import type { LeftOut } from "../office/left-out";
import { toInlineMarkdown } from "../office/markdown/inline-text";
import { createMarkdownWriter, type MarkdownWriter, oneLine } from "../office/markdown/markdown-writer";
import { type MarkedCell, mergeCellsDown } from "../office/markdown/merge-cells-down";
import { tableWords } from "../office/markdown/table-words";
import { writeTable } from "../office/markdown/write-table";
import type { OfficePackage, Relationship } from "../office/package/open-package";
import { readChart } from "../office/package/read-chart";
import { readDiagram } from "../office/package/read-diagram";
import { escapeMarkdown } from "../text/escape-markdown";
import { childOf, descendants, elementsIn, type XmlElement } from "../xml/xml-element";
import type { Numbering } from "./numbering";
import type { Notes } from "./read-notes";
import { isOn, numberingOf, outlineLevel, type ParagraphStyle, propertyValue, styleOf } from "./read-styles";
import { RunReader } from "./run-reader";

export interface BodyDeps {
  readonly file: OfficePackage;
  readonly relationships: readonly Relationship[];
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  readonly numbering: Numbering;
  readonly notes: Notes;
  readonly leftOut: LeftOut;
  readonly changes: { insertion: number; deletion: number; hidden: number };
  /** How many notes of each kind were referred to so far. */
  readonly noteCounts: { footnote: number; endnote: number };
  readonly convertPart: ConvertPart;
}

export interface BodyWriterOptions {
  readonly writer: MarkdownWriter;
  /** A table within a cell is written as words. */
  readonly isInCell?: boolean;
}

const NOTE_NAMES = { footnote: "Footnote", endnote: "Endnote", comment: "Comment" } as const;

interface NoteReference {
  readonly kind: keyof typeof NOTE_NAMES;
  readonly id: string;
  /** As on the page; "" for a comment. */
  readonly number: string;
}

/** Writes the paragraphs and tables of a document, a header, a note, a cell or a text box. */
export class BodyWriter {
  readonly #deps: BodyDeps;
  readonly #writer: MarkdownWriter;
  readonly #isInCell: boolean;
  readonly #runs: RunReader;
  /** Notes, comments and drawings of the paragraph being read. */
  readonly #notes: NoteReference[] = [];
  readonly #drawings: XmlElement[] = [];

  constructor(deps: BodyDeps, { writer, isInCell = false }: BodyWriterOptions) {
    this.#deps = deps;
    this.#writer = writer;
    this.#isInCell = isInCell;
    this.#runs = new RunReader(deps.relationships, {
      refer: (kind, id) => {
        const number = kind === "comment" ? "" : String(++deps.noteCounts[kind]);
        this.#notes.push({ kind, id, number });
        return number;
      },
      drawing: (element) => void this.#drawings.push(element),
      change: (kind) => void deps.changes[kind]++,
      hidden: () => void deps.changes.hidden++,
    });
  }

  async write(element: XmlElement): Promise<void> {
    switch (element.name) {
      case "w:p":
        return this.#paragraph(element);
      case "w:tbl":
        return this.#table(element);
      case "w:sdt":
        return this.#all(childOf(element, "w:sdtContent"));
      case "w:altChunk":
        return this.#chunk(element);
      case "m:oMathPara":
        this.#writer.paragraph(
          toInlineMarkdown(this.#runs.read({ ...element, name: "w:p", children: [element] })),
        );
        return;
      case "w:del":
      case "w:moveFrom":
        this.#deps.changes.deletion++;
        return;
      case "w:ins":
      case "w:moveTo":
      case "w:customXml":
        return this.#all(element);
      case "mc:AlternateContent":
        return this.#all(childOf(element, "mc:Choice") ?? childOf(element, "mc:Fallback"));
      default:
    }
  }

  async #all(element: XmlElement | undefined): Promise<void> {
    for (const child of elementsIn(element)) await this.write(child);
  }

  async #paragraph(paragraph: XmlElement): Promise<void> {
    const properties = childOf(paragraph, "w:pPr");
    const style = styleOf(propertyValue(properties, "w:pStyle"), this.#deps.styles);
    const words = toInlineMarkdown(
      this.#runs
        .read(paragraph)
        .replace(/[ \t\u00a0]+/g, " ")
        .trim(),
    );
    if (words !== "" && !style?.isContents) this.#writeParagraph(words, properties, style);
    for (const drawing of this.#drawings.splice(0)) await this.#drawing(drawing);
    for (const note of this.#notes.splice(0)) await this.#note(note);
  }

  #writeParagraph(
    words: string,
    properties: XmlElement | undefined,
    style: ParagraphStyle | undefined,
  ): void {
    const direct = numberingOf(properties);
    const reference = direct ? { ...style?.numbering, ...direct } : style?.numbering;
    const label = reference ? this.#deps.numbering.next(reference) : "";
    const level = outlineLevel(properties) ?? style?.headingLevel;
    const numbered = label === "" || label === "-" ? words : `${label} ${words}`;
    const depth = reference?.level ?? 0;
    if (level !== undefined && level <= 6) this.#writer.heading(level, numbered);
    else if (label === "-" || /^\d{1,9}[.)]$/.test(label)) this.#writer.item(depth, label, words);
    else if (label !== "" && depth > 0 && !/^\w+(?:\.\w+)+\.?$/.test(label))
      this.#writer.item(depth, "-", numbered);
    else this.#writer.paragraph(numbered);
  }

  async #note({ kind, id, number }: NoteReference): Promise<void> {
    const note = this.#deps.notes.get(`${kind}:${id}`);
    if (!note) return;
    const words = await this.#wordsOf(note);
    const author = oneLine(note.attributes["w:author"] ?? "");
    const by = kind === "comment" ? (author === "" ? "" : ` by ${escapeMarkdown(author)}`) : ` ${number}`;
    if (words !== "") this.#writer.paragraph(`${NOTE_NAMES[kind]}${by}: ${words}`);
  }

  /** Everything in a note, a cell or a text box on one line. */
  async #wordsOf(element: XmlElement): Promise<string> {
    const writer = createMarkdownWriter();
    const inner = new BodyWriter(this.#deps, { writer, isInCell: true });
    await inner.#all(element);
    return oneLine(writer.toString().replace(/^#+ /gm, ""));
  }

  async #table(table: XmlElement): Promise<void> {
    const rows: MarkedCell[][] = [];
    let headerRows = 0;
    for (const row of rowsOf(table)) {
      const properties = childOf(row, "w:trPr");
      if (childOf(properties, "w:del")) {
        this.#deps.changes.deletion++;
        continue;
      }
      if (isOn(properties, "w:tblHeader") && headerRows === rows.length) headerRows++;
      rows.push(await this.#row(row, Number(propertyValue(properties, "w:gridBefore") ?? 0)));
    }
    const cells = mergeCellsDown(rows);
    if (this.#isInCell) this.#writer.paragraph(tableWords(cells));
    else this.#writer.block(writeTable(cells, { headerRows }));
  }

  async #row(row: XmlElement, before: number): Promise<MarkedCell[]> {
    const cells: MarkedCell[] = before > 0 ? [{ text: "", colSpan: before }] : [];
    for (const cell of cellsOf(row)) {
      const properties = childOf(cell, "w:tcPr");
      const span = Number(propertyValue(properties, "w:gridSpan") ?? 1) || 1;
      const merge = childOf(properties, "w:vMerge");
      const last = cells.at(-1);
      if (last && propertyValue(properties, "w:hMerge") === "continue")
        cells[cells.length - 1] = { ...last, colSpan: (last.colSpan ?? 1) + span };
      else
        cells.push({
          text: await this.#wordsOf(cell),
          colSpan: span,
          continues: merge !== undefined && merge.attributes["w:val"] !== "restart",
        });
    }
    return cells;
  }

  /** Text boxes, charts and diagrams are words; of a picture there is its description. */
  async #drawing(drawing: XmlElement): Promise<void> {
    const { leftOut } = this.#deps;
    const boxes = descendants(drawing, "w:txbxContent");
    for (const box of boxes) await this.#all(box);
    for (const chart of descendants(drawing, "c:chart"))
      this.#writer.block(readChart(await this.#part(chart.attributes["r:id"])));
    for (const diagram of descendants(drawing, "dgm:relIds"))
      this.#writer.block(readDiagram(await this.#part(diagram.attributes["r:dm"])));
    if (drawing.name === "w:object") leftOut.add("embedded object");
    const pictures = drawing.name === "w:object" ? 0 : descendants(drawing, "pic:pic", "v:imagedata").length;
    leftOut.add("picture", pictures);
    const { descr = "", title = "" } = descendants(drawing, "wp:docPr")[0]?.attributes ?? {};
    const words = oneLine(descr || title);
    if (pictures > 0 && words !== "") this.#writer.paragraph(`Picture: ${escapeMarkdown(words)}`);
  }

  #part(id: string | undefined): Promise<XmlElement | undefined> {
    return this.#deps.file.part(this.#deps.relationships.find((part) => part.id === id)?.target);
  }

  /** A document within this one, which Word shows in its place. */
  async #chunk({ attributes }: XmlElement): Promise<void> {
    const { file, relationships, convertPart, leftOut } = this.#deps;
    const path = relationships.find(({ id }) => id === attributes["r:id"])?.target;
    const bytes = path === undefined ? undefined : await file.archive.read(path);
    if (path === undefined || !bytes) leftOut.add("document within this one");
    else this.#writer.block((await convertPart({ name: path, bytes })).text);
  }
}

/** Rows and cells may be within content controls and marks of changes. */
function rowsOf(table: XmlElement): readonly XmlElement[] {
  return descendants(table, "w:tr", "w:tblPr", "w:del").filter(({ name }) => name === "w:tr");
}

function cellsOf(row: XmlElement): readonly XmlElement[] {
  return descendants(row, "w:tc", "w:trPr").filter(({ name }) => name === "w:tc");
}
