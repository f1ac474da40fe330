import type { Component, ContentLine } from "./content-line";

interface OpenComponent extends Component {
  readonly lines: ContentLine[];
  readonly components: OpenComponent[];
}

/** Deeper nesting occurs in no calendar. */
const MAX_DEPTH = 10;

/** Parses calendars (RFC 5545) and address books (vCard 2.1 to 4.0). Lines that are none are left out. */
export function parseComponents(text: string): readonly Component[] {
  const root: OpenComponent = { name: "", lines: [], components: [] };
  const open = [root];
  for (const written of unfoldLines(text)) {
    const line = parseLine(written);
    if (!line) continue;
    const current = open.at(-1) ?? root;
    if (line.name === "BEGIN") {
      const component = { name: line.value.trim().toUpperCase(), lines: [], components: [] };
      current.components.push(component);
      if (open.length < MAX_DEPTH) open.push(component);
    } else if (line.name === "END") {
      const at = open.findLastIndex(({ name }) => name === line.value.trim().toUpperCase());
      if (at > 0) open.length = at;
    } else current.lines.push(line);
  }
  return root.components;
}

/** Joins lines that were broken: with a space at the beginning of the rest, or `=` at the end of quoted-printable. */
function unfoldLines(text: string): readonly string[] {
  // vCard 2.1 breaks lines at a space, which it keeps.
  const glue = /^VERSION:2\.1\s*$/im.test(text) ? " " : "";
  const lines: string[] = [];
  // The pieces of a line are joined once: a photo has many thousand of them.
  let pieces: string[] = [];
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const last = pieces.at(-1);
    if (last?.endsWith("=") && isQuotedPrintable(pieces)) {
      pieces[pieces.length - 1] = last.slice(0, -1);
      pieces.push(line.replace(/^[ \t]/, ""));
    } else if (last !== undefined && /^[ \t]/.test(line)) pieces.push(glue + line.slice(1));
    else {
      if (last !== undefined) lines.push(pieces.join(""));
      pieces = [line];
    }
  }
  return [...lines, pieces.join("")];
}

/** The parameters of a line are in its first few pieces. */
function isQuotedPrintable(pieces: readonly string[]): boolean {
  return /^[^:]{0,1000}quoted-printable[^:]{0,1000}:/i.test(pieces.slice(0, 5).join("").slice(0, 2000));
}

const NAME = /^\s*(?:([\w-]+)\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):([\s\S]*)$/;
const PARAMETER = /;([^;=":]+)(?:=((?:"[^"]*"|[^";])*))?/g;

function parseLine(line: string): ContentLine | undefined {
  const [, group = "", name, written = "", value = ""] = NAME.exec(line) ?? [];
  if (name === undefined) return undefined;
  const parameters = new Map<string, string>();
  for (const [, key = "", quoted] of written.matchAll(PARAMETER)) {
    // vCard 2.1 writes types and encodings without their name.
    const bare = /^(?:quoted-printable|base64|8bit|7bit)$/i.test(key) ? "ENCODING" : "TYPE";
    const [parameter, shown] = quoted === undefined ? [bare, key] : [key.toUpperCase(), quoted];
    const before = parameters.get(parameter);
    const decoded = decodeParameter(shown);
    parameters.set(parameter, before === undefined ? decoded : `${before},${decoded}`);
  }
  return { name: name.toUpperCase(), group, parameters, value };
}

/** Quotes are removed, and `^n`, `^'` and `^^` read (RFC 6868). */
function decodeParameter(text: string): string {
  return text
    .replaceAll('"', "")
    .trim()
    .replace(/\^([n'^])/g, (_, code: string) => (code === "n" ? "\n" : code === "'" ? '"' : "^"));
}
