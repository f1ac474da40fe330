import { tokenizeHtml } from "./tokenize-html";

const BLOCKS = new Set(
  (
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table tr ul"
  ).split(" "),
);

/**
 * The text of a page with its headings and list items marked, for pages that are too large or too deeply nested for a
 * tree. Linear in the length of the page.
 */
export function flattenHtml(html: string): { readonly text: string; readonly title: string } {
  const pieces: string[] = [];
  const title: string[] = [];
  let inTitle = false;
  tokenizeHtml(html, {
    open(name) {
      if (name === "title" && title.length === 0) inTitle = true;
      const marker = blockMarker(name);
      if (marker) pieces.push(marker);
    },
    close(name) {
      if (name === "title") inTitle = false;
      if (BLOCKS.has(name)) pieces.push("\n\n");
    },
    text: (text) => (inTitle ? title : pieces).push(text.replace(/\s+/g, " ")),
  });
  return { text: collapseBlankLines(pieces.join("")), title: title.join("").trim() };
}

function blockMarker(name: string): string {
  if (/^h[1-6]$/.test(name)) return `\n\n${"#".repeat(Number(name[1]))} `;
  if (name === "li") return "\n- ";
  if (name === "br") return "\n";
  if (name === "td" || name === "th") return " ";
  return BLOCKS.has(name) ? "\n\n" : "";
}

/** Trims every line and collapses blank lines to one. */
function collapseBlankLines(text: string): string {
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    const trimmed = line.trim();
    if (trimmed !== "" || (lines.at(-1) ?? "") !== "") lines.push(trimmed);
  }
  return lines.join("\n").trimEnd();
}
