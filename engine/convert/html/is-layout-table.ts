/** A layout table: it has whole sections, or at most one cell in each row. */
export function isLayoutTable(node: Element): boolean {
  const table = node.closest("table");
  if (!table) return true;
  let layout = layoutByTable.get(table);
  if (layout === undefined) {
    const role = table.getAttribute("role");
    layout =
      role === "presentation" ||
      role === "none" ||
      table.querySelector("pre, h1, h2, h3, blockquote") !== null ||
      (table.querySelector("table") !== null && !hasOwnHeader(table)) ||
      table.querySelector("td + td, th + th, th + td, td + th") === null;
    layoutByTable.set(table, layout);
  }
  return layout;
}

const layoutByTable = new WeakMap<Element, boolean>();

/** Column names make a table one of data, even when a cell contains another table. */
function hasOwnHeader(table: Element): boolean {
  return [...table.querySelectorAll("th + th")].some((cell) => cell.closest("table") === table);
}
