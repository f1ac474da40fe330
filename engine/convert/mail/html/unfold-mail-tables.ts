/** A longer cell is a text of its own beside another one. */
const MAX_CELL_CHARACTERS = 300;
const BLOCKS = "p, div, ul, ol, dl, pre, blockquote, h1, h2, h3, h4, h5, h6, hr, table";

/**
 * Turns the tables that only place things on the page into their contents, and keeps those with rows of values, whatever
 * they declare: programs that build mails declare all tables to be presentation, those with prices too. A single row of
 * values becomes a line.
 */
export function unfoldMailTables(root: Element): void {
  // Innermost first, since what is left of a table decides about the one around it.
  for (const table of [...root.querySelectorAll("table")].reverse()) unfold(table);
}

function unfold(table: Element): void {
  const rows = [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table);
  const cells = rows.map((row) => [...row.children].filter(isFilledCell));
  const valued = cells.filter((row) => row.length > 1);
  if (valued.length > 1 && cells.flat().every(isValue)) {
    table.removeAttribute("role");
    for (const cell of cells.flat()) flatten(cell);
    for (const [at, row] of rows.entries()) if (cells[at]?.length === 0) row.remove();
  } else table.replaceWith(contentsOf(table, cells));
}

function contentsOf(table: Element, cells: readonly (readonly Element[])[]): Element {
  const container = table.ownerDocument.createElement("div");
  for (const caption of table.querySelectorAll("caption")) container.append(toBlock(caption));
  for (const row of cells) {
    if (row.length > 1 && row.every(isValue)) container.append(toLine(row));
    else container.append(...row.map(toBlock));
  }
  return container;
}

function isFilledCell(cell: Element): boolean {
  if (cell.nodeName !== "TD" && cell.nodeName !== "TH") return false;
  const pictures = [...cell.querySelectorAll("img")].map((picture) => picture.getAttribute("alt") ?? "");
  return words(cell) !== "" || pictures.some((alt) => alt.trim() !== "");
}

/** One short stretch of text, however it is wrapped. */
function isValue(cell: Element): boolean {
  if (words(cell).length > MAX_CELL_CHARACTERS) return false;
  const blocks = [...cell.querySelectorAll(BLOCKS)].filter((block) => words(block) !== "");
  if (blocks.some(({ nodeName }) => !/^(?:P|DIV|H[456])$/.test(nodeName))) return false;
  const leaves = blocks.filter(
    (block) => ![...block.querySelectorAll(BLOCKS)].some((inner) => words(inner) !== ""),
  );
  return leaves.length <= 2;
}

/** The blocks of a cell stand on one line. */
function flatten(cell: Element): void {
  for (const block of [...cell.querySelectorAll("p, div, h4, h5, h6")].reverse()) {
    block.replaceWith(...block.childNodes, " ");
  }
}

function toBlock(cell: Element): Element {
  const block = cell.ownerDocument.createElement("div");
  block.append(...cell.childNodes);
  return block;
}

/** "Fender, size L · 12,90 EUR" */
function toLine(cells: readonly Element[]): Element {
  const line = (cells[0] as Element).ownerDocument.createElement("p");
  for (const [at, cell] of cells.entries()) {
    flatten(cell);
    line.append(...(at > 0 ? [" · "] : []), ...cell.childNodes);
  }
  return line;
}

function words(element: Element): string {
  return (element.textContent ?? "").replace(/(?:\s|\p{Cf}|\u034f)+/gu, " ").trim();
}
