/**
 * Escapes only what Markdown would interpret within a text. `snake_case` stays unescaped, so that it still matches a
 * search.
 */
export function escapeText(text: string): string {
  return text
    .replace(/[\\*`[]|<(?=[a-z/!?])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/giu, "\\$&")
    .replace(/^(#{1,6} |[-+>](?=\s)|=+$|~~~)/gm, "\\$1")
    .replace(/^(\d{1,9})([.)]\s)/gm, "$1\\$2");
}

export function codeSpan(text: string): string {
  const fence = "`".repeat(longestRun(text) + 1);
  const pad = /^`|`$/.test(text) ? " " : "";
  return `${fence}${pad}${text.replaceAll("\n", " ")}${pad}${fence}`;
}

export function codeBlock(text: string, language = ""): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language.replace(/[^\w+#-]/g, "")}\n${text.replace(/\n+$/, "")}\n${fence}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

/** Returns the label alone when the address cannot be opened by itself: scripts, fragments, invalid addresses. */
export function link(label: string, address: string): string {
  if (!URL.canParse(address)) return label;
  const { protocol, href } = new URL(address);
  if (!["http:", "https:", "mailto:"].includes(protocol)) return label;
  return `[${label}](${href.replaceAll("(", "%28").replaceAll(")", "%29")})`;
}

/** Prefixes every line of a block. */
export function prefixLines(block: string, prefix: string): string {
  return block
    .split("\n")
    .map((line) => `${prefix}${line}`.trimEnd())
    .join("\n");
}

/** A list item; further lines are indented to its text. */
export function listItem(marker: string, text: string): string {
  return `${marker} ${text.replace(/\n(?=[^\n])/g, `\n${" ".repeat(marker.length + 1)}`)}`.trimEnd();
}

/** Rows of cells as a table whose first row is the header; empty without cells. */
export function table(rows: readonly (readonly string[])[]): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return "";
  const lines = rows.map(
    (row) => `| ${Array.from({ length: width }, (_, at) => oneLine(row[at] ?? "")).join(" | ")} |`,
  );
  return [lines[0], `|${" --- |".repeat(width)}`, ...lines.slice(1)].join("\n");
}

function oneLine(cell: string): string {
  return cell
    .trim()
    .replace(/\s*\n\s*/g, " ")
    .replace(/(?<!\\)\|/g, "\\|");
}
