import type { ConvertedText } from "../../model/document";
import type { TextKind } from "../detect/content-kind";
import type { ExportFile, ReadExport } from "./export-format";

/** An export that the beginning of a file tells. */
interface ExportFormat {
  readonly kinds: readonly TextKind[];
  /** Cheap: most files are no export. */
  recognises(file: ExportFile, head: string): boolean;
  load(): Promise<ReadExport>;
}

/** Characters that exports are recognised by. */
const HEAD_CHARACTERS = 4_000;

const FORMATS: readonly ExportFormat[] = [
  {
    kinds: ["html", "plain"],
    recognises: (_, head) => /^\s*<!doctype netscape-bookmark-file/i.test(head),
    load: async () => (await import("./links/read-bookmarks")).readBookmarks,
  },
  {
    kinds: ["code", "plain"],
    recognises: (_, head) => /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,1000}?-->\s*)*<opml[\s>]/i.test(head),
    load: async () => (await import("./links/read-opml")).readOpml,
  },
  {
    kinds: ["html"],
    recognises: (_, head) => /id="title-heading"|<meta name="confluence-/i.test(head),
    load: async () => (await import("./notes/read-confluence")).readConfluence,
  },
  {
    kinds: ["html"],
    recognises: (_, head) => /<div class="note(?: [^"]*)?">\s*<div class="heading">/i.test(head),
    load: async () => (await import("./notes/read-keep-page")).readKeepPage,
  },
  {
    kinds: ["plain"],
    recognises: (_, head) => /^[\u200e\ufeff\s]*\[?[\d٠-٩۰-۹]{1,4}[‏]?[./-]/.test(head),
    load: async () => (await import("./chats/read-whatsapp")).readWhatsapp,
  },
  {
    kinds: ["markdown"],
    recognises: ({ name }) => / [0-9a-f]{32}(?:_all)?\.\w+$/i.test(name),
    load: async () => (await import("./notes/read-notion")).readNotion,
  },
  {
    kinds: ["code", "plain"],
    recognises: (_, head) => /^\s*[[{]/.test(head),
    load: async () => (await import("./data/read-json")).readJson,
  },
];

/** Converts what another program exported, recognised by its content; undefined for any other file. */
export async function readExport(file: ExportFile): Promise<ConvertedText | undefined> {
  const head = file.text.slice(0, HEAD_CHARACTERS);
  for (const { kinds, recognises, load } of FORMATS) {
    if (!kinds.includes(file.kind) || !recognises(file, head)) continue;
    const read = await load();
    const converted = read(file);
    if (converted) return converted;
  }
  return undefined;
}
