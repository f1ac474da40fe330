import { type MarkedCell, mergeCellsDown } from "../office/markdown/merge-cells-down";
import { writeTable } from "../office/markdown/write-table";

/** Where a cell ends, in twips, and whether it belongs to the one beside or above it. */
interface CellDefinition {
  readonly end: number;
  readonly joinsLeft: boolean;
  readonly joinsAbove: boolean;
}

interface RtfRow {
  readonly texts: string[];
  readonly definitions: CellDefinition[];
  isHeader: boolean;
}

/** Edges that are closer together are the same: programs round differently in each row. */
const TOLERANCE = 30;

/** A table of a Rich Text file: each row defines its cells by their edges, before or behind their texts. */
export class RtfTable {
  #rows: RtfRow[] = [];
  #row: RtfRow = { texts: [], definitions: [], isHeader: false };
  #next = { joinsLeft: false, joinsAbove: false };

  addCell(text: string): void {
    this.#row.texts.push(text);
  }

  /** False for controls that are not of tables. */
  control(word: string, value: number | undefined): boolean {
    switch (word) {
      case "trowd":
        this.#row = { texts: this.#row.texts, definitions: [], isHeader: false };
        return true;
      case "trhdr":
        this.#row.isHeader = true;
        return true;
      case "clmrg":
        this.#next.joinsLeft = true;
        return true;
      case "clvmrg":
        this.#next.joinsAbove = true;
        return true;
      case "cellx":
        this.#row.definitions.push({ ...this.#next, end: value ?? 0 });
        this.#next = { joinsLeft: false, joinsAbove: false };
        return true;
      case "row":
        this.#endRow();
        return true;
      default:
        return false;
    }
  }

  /** The table so far as Markdown; it is empty then. */
  take(): string {
    this.#endRow();
    const rows = this.#rows;
    this.#rows = [];
    const edges = allEdges(rows);
    const cells = rows.map((row) => rowCells(row, edges));
    const headerRows = rows.findIndex(({ isHeader }) => !isHeader);
    return writeTable(mergeCellsDown(cells), { headerRows: Math.max(0, headerRows) });
  }

  /** The next row has the same cells unless it defines its own. */
  #endRow(): void {
    if (this.#row.texts.length > 0) this.#rows.push(this.#row);
    this.#row = { ...this.#row, texts: [] };
  }
}

function allEdges(rows: readonly RtfRow[]): readonly number[] {
  const ends = rows.flatMap(({ definitions }) => definitions.map(({ end }) => end)).sort((a, b) => a - b);
  return ends.filter((end, at) => at === 0 || end - (ends[at - 1] ?? 0) > TOLERANCE);
}

function rowCells({ texts, definitions }: RtfRow, edges: readonly number[]): MarkedCell[] {
  const cells: MarkedCell[] = [];
  let column = 0;
  for (const [at, text] of texts.entries()) {
    const definition = definitions[at];
    const last = definition ? edgeAt(edges, definition.end) : column;
    const colSpan = Math.max(1, last - column + 1);
    column += colSpan;
    const before = cells.at(-1);
    if (definition?.joinsLeft && before) {
      const joined = [before.text, text].filter(Boolean).join(" ");
      cells[cells.length - 1] = { ...before, text: joined, colSpan: (before.colSpan ?? 1) + colSpan };
    } else cells.push({ text, colSpan, continues: definition?.joinsAbove ?? false });
  }
  return cells;
}

function edgeAt(edges: readonly number[], end: number): number {
  const at = edges.findIndex((edge) => edge >= end - TOLERANCE);
  return at < 0 ? edges.length - 1 : at;
}
