import type { Code } from "mdast";
import { escapeMarkdown } from "../escape-markdown";
import type { Statement } from "../statement";
import { rangeOf } from "./range-of";

/** A node: its id, and its words in brackets of some shape. */
const NODE = /^\s*([\w-]+)\s*(?:[[({>/\\]+"?([^\]"})|]+?)"?[\])}/\\]+)?(?:::[\w-]+)?\s*/;
/** An arrow of a flowchart, with words on it or not. */
const ARROW =
  /^(?:[<ox]?(?:--+|==+|-\.+-?)(?:\s*"?([^->=|]+?)"?\s*(?:--+|==+|\.+-?))?[>ox]?|---+|~~~)(?:\|"?([^|"]+)"?\|)?/;
/** "Ann->>Ben: the message" of a sequence. */
const MESSAGE = /^\s*([\w ]+?)\s*(?:<<)?-{1,2}(?:>>|>|x|\))[+-]?\s*([\w ]+?)\s*:\s*(.+)$/;
const SYNTAX =
  /^\s*(?:%%|graph\b|flowchart\b|sequenceDiagram|participant\b|actor\b|subgraph\b|end\b|style\b|classDef\b|class\b|click\b|linkStyle\b|direction\b|autonumber)/;

/** What a diagram in Mermaid says: "Tank → Filter → Pump" for its arrows, other lines as they are. */
export function mermaidStatements(node: Code): readonly Statement[] {
  const lines = diagramLines(node.value);
  if (lines.length === 0) return [];
  const [start, end] = rangeOf(node);
  const markdown = lines.map((line) => `- ${escapeMarkdown(line)}`).join("\n");
  return [{ kind: "list", start, end, words: lines.join("\n"), markdown }];
}

function diagramLines(diagram: string): readonly string[] {
  const names = new Map<string, string>();
  const paths: string[][] = [];
  const others: string[] = [];
  for (const line of diagram.split(/[\n;]/)) {
    const path = pathOf(line, names);
    const message = MESSAGE.exec(line);
    if (path.length > 1) addPath(paths, path);
    else if (message) others.push(`${message[1]} → ${message[2]}: ${message[3]}`);
    else if (path.length === 0 && line.trim() !== "" && !SYNTAX.test(line)) others.push(line.trim());
  }
  const shown = (part: string) => names.get(part) ?? part;
  return [...paths.map((path) => path.map(shown).join(" ")), ...others];
}

/** An arrow from where the last one ended goes on with it. */
function addPath(paths: string[][], path: string[]): void {
  const last = paths.at(-1);
  if (last && last.at(-1) === path[0]) last.push(...path.slice(1));
  else paths.push(path);
}

/** The ids of a line's nodes with the arrows between them; none for a line that is no part of a flowchart. */
function pathOf(line: string, names: Map<string, string>): string[] {
  if (SYNTAX.test(line)) return [];
  const path: string[] = [];
  for (let rest = line; rest.trim() !== ""; ) {
    const node = NODE.exec(rest);
    if (!node?.[1]) return [];
    if (node[2]) names.set(node[1], node[2].trim());
    path.push(node[1]);
    rest = rest.slice(node[0].length);
    const arrow = ARROW.exec(rest);
    if (!arrow) return rest.trim() === "" ? path : [];
    const words = (arrow[1] ?? arrow[2] ?? "").trim();
    path.push(words === "" ? "→" : `→ (${words})`);
    rest = rest.slice(arrow[0].length);
  }
  return path;
}
