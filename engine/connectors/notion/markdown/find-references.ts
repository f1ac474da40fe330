import { idIn, parseAttributes } from "./tags";

/** A discussion about a part of a page's text. */
export interface InlineDiscussion {
  readonly id: string;
  /** The block that it is on; undefined when Notion does not say. */
  readonly block: string | undefined;
  /** The words that it is about. */
  readonly anchor: string;
}

/** What the Markdown of a page refers to by id. */
export interface References {
  /** Mentioned without a name. */
  readonly users: readonly string[];
  /** Mentioned without a title. */
  readonly pages: readonly string[];
  readonly discussions: readonly InlineDiscussion[];
}

const MENTION = /<mention(-[a-z-]+)?\s([^<>]*?)(?:\/>|>\s*<\/mention)/g;
const ATTENDEES = /\battendees="([^"]*)"/g;
const DISCUSSED = /<span\s([^<>]*discussion-urls[^<>]*)>([^<>]*)/g;

export function findReferences(markdown: string): References {
  const users = [...markdown.matchAll(ATTENDEES)].flatMap(([, urls = ""]) =>
    urls.split(",").flatMap((url) => idIn(url) ?? []),
  );
  const pages: string[] = [];
  for (const [, kind = "", attributes = ""] of markdown.matchAll(MENTION)) {
    const { url = "" } = parseAttributes(attributes);
    const isUser = kind === "-user" || /^\W*user:/.test(url);
    const id = idIn(url);
    if (id !== undefined && kind !== "-date" && kind !== "-agent") (isUser ? users : pages).push(id);
  }
  return { users: unique(users), pages: unique(pages), discussions: findDiscussions(markdown) };
}

function findDiscussions(markdown: string): readonly InlineDiscussion[] {
  const found = new Map<string, InlineDiscussion>();
  for (const [, attributes = "", anchor = ""] of markdown.matchAll(DISCUSSED)) {
    for (const url of (parseAttributes(attributes).discussionurls ?? "").split(",")) {
      // "discussion://<page>/<block>/<discussion>", or the last part alone.
      const parts = url.replace(/^\W*discussion:\/\//, "").split("/");
      const id = idIn(parts.at(-1) ?? "");
      const block = parts.length > 2 ? idIn(parts.at(-2) ?? "") : undefined;
      if (id === undefined) continue;
      const before = found.get(id)?.anchor ?? "";
      found.set(id, { id, block, anchor: `${before}${anchor}` });
    }
  }
  return [...found.values()];
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
