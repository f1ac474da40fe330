import { Parser } from "htmlparser2";
import { escapeLine } from "../escape-typed";
import type { ReadExport } from "../export-format";

/** Deeper outlines are written at this depth. */
const MAX_DEPTH = 10;
/** What an outline says apart from its words: its address, and what programs keep about it is left out. */
const NOTES = ["description", "_note", "note", "category"];

/** Feeds or an outline in OPML: nested lists, each feed with its addresses. */
export const readOpml: ReadExport = ({ text }) => {
  const lines: string[] = [];
  let depth = 0;
  let title = "";
  let inTitle = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        inTitle = name === "title";
        if (name !== "outline") return;
        lines.push(`${"  ".repeat(Math.min(depth, MAX_DEPTH))}- ${outlineText(attributes)}`);
        depth++;
      },
      ontext(words) {
        if (inTitle) title += words;
      },
      onclosetag(name) {
        inTitle = false;
        if (name === "outline") depth--;
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  const name = escapeLine(title);
  const body = lines.join("\n");
  return {
    text: name === "" ? body : `# ${name}\n\n${body}`,
    format: "markdown",
    ...(name !== "" && { title: name }),
  };
};

/** "Harbour news: https://… (feed: https://…) — notices of the harbour". */
function outlineText(attributes: Readonly<Record<string, string>>): string {
  const { text = "", title = "", xmlUrl = "", htmlUrl = "", url = "", _status = "" } = attributes;
  const words = [...new Set([text, title].map(escapeLine))].filter((word) => word !== "");
  const address = htmlUrl || url || xmlUrl;
  const feed = xmlUrl && xmlUrl !== address ? ` (feed: ${xmlUrl})` : "";
  const notes = NOTES.map((key) => escapeLine(attributes[key] ?? "")).filter((note) => note !== "");
  const box = _status === "" ? "" : _status === "checked" ? "[x] " : "[ ] ";
  const named = [words.join(" · "), address].filter(Boolean).join(": ");
  return box + [named + feed, ...notes].filter(Boolean).join(" — ");
}
