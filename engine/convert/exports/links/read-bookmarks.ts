import { Parser } from "htmlparser2";
import { escapeLine } from "../escape-typed";
import type { ReadExport } from "../export-format";
import { timeWords } from "../time-words";

/** What a `DD` describes, and where the text of the open element goes. */
interface Entry {
  title: string;
  description: string;
}

interface Link extends Entry {
  readonly address: string;
  readonly tags: string;
  readonly added: string;
}

interface Folder extends Entry {
  readonly links: Link[];
  readonly folders: Folder[];
}

/** Bookmarks that a browser exported (Netscape's format): each folder a heading, each link a line with its address. */
export const readBookmarks: ReadExport = ({ text }) => {
  const root = readFolders(text);
  const title = escapeLine(root.title) || "Bookmarks";
  const pieces = folderPieces({ ...root, title }, 1);
  return { text: pieces.join("\n\n"), format: "markdown", title };
};

/** Reads lists of definitions that have few end tags, in one pass. */
function readFolders(html: string): Folder {
  const root = newFolder();
  const open = [root];
  /** The folder whose list comes next. */
  let next = root;
  let described: Entry | undefined;
  let target: ((words: string) => void) | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      const folder = open.at(-1) ?? root;
      if (name !== "b" && name !== "i") target = undefined;
      if (name === "dl" && next !== root) open.push(next);
      if (name === "h1") described = root;
      if (name === "h3") {
        next = newFolder();
        described = next;
        folder.folders.push(next);
      }
      if (name === "a") {
        const link = toLink(attributes);
        folder.links.push(link);
        described = link;
      }
      target = targetOf(name, described) ?? target;
    },
    ontext: (words) => target?.(words),
    onclosetag(name) {
      if (name === "dl" && open.length > 1) open.pop();
      if (TITLES.has(name)) target = undefined;
    },
  });
  parser.end(html);
  return root;
}

const TITLES = new Set(["a", "h1", "h3"]);

function targetOf(name: string, entry: Entry | undefined): ((words: string) => void) | undefined {
  if (!entry || !(TITLES.has(name) || name === "dd")) return undefined;
  const key = name === "dd" ? "description" : "title";
  return (words) => {
    entry[key] += words;
  };
}

function newFolder(): Folder {
  return { title: "", description: "", links: [], folders: [] };
}

function toLink({ href = "", tags = "", add_date = "" }: Readonly<Record<string, string>>): Link {
  const seconds = Number(add_date);
  const added = seconds > 0 ? timeWords(seconds * 1000).slice(0, 10) : "";
  return { address: href, tags: tags.split(",").join(", "), added, title: "", description: "" };
}

/** A folder's own links first, then the folders inside, each under a heading. */
function folderPieces({ title, description, links, folders }: Folder, level: number): readonly string[] {
  const lines = links.map(linkLine).filter((line) => line !== "");
  return [
    `${"#".repeat(Math.min(6, level))} ${escapeLine(title) || "Folder"}`,
    escapeLine(description),
    lines.join("\n"),
    ...folders.flatMap((folder) => folderPieces(folder, level + 1)),
  ].filter((piece) => piece !== "");
}

/** "- How to splice an eye: https://… — The best video (tags: rope, added 2023-11-14)". */
function linkLine({ address, title, description, tags, added }: Link): string {
  const name = escapeLine(title);
  const shown = [name, address].filter(Boolean).join(": ");
  if (shown === "") return "";
  const about = escapeLine(description);
  const details = [tags && `tags: ${tags}`, added && `added ${added}`].filter(Boolean).join(", ");
  return `- ${shown}${about && ` — ${about}`}${details && ` (${details})`}`;
}
