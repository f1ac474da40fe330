import type { Document } from "../model/document";
import type { FoundDocument } from "./load-documents";

/** Shorter texts (a bookmark that is only its title) may agree by chance. */
const SHORTEST_COMPARED_TEXT = 80;
/** Characters compared at each end of a text: enough to tell copies, cheap on a book. */
const COMPARED_CHARACTERS = 4_000;
/** Visible characters at each end of a text that already tell most texts apart. */
const TELLING_CHARACTERS = 32;

/**
 * Folds documents that are one thing to the person: the same page as bookmark, visit and tab, or copies of
 * one text. The fold ranks where its best member ranked and shows the member that holds the most text.
 */
export function foldDuplicates(found: readonly FoundDocument[]): readonly FoundDocument[] {
  const folds: FoundDocument[] = [];
  const positions = new Map<string, number>();
  const alike = findAlike(found);
  for (const candidate of found) {
    const keys = identitiesOf(candidate.document, alike);
    const known = keys.map((key) => positions.get(key)).find((position) => position !== undefined);
    const position = known ?? folds.length;
    const earlier = folds[position];
    folds[position] = earlier ? merge(earlier, candidate) : candidate;
    for (const key of keys) if (!positions.has(key)) positions.set(key, position);
  }
  return folds;
}

function merge(earlier: FoundDocument, later: FoundDocument): FoundDocument {
  const richer = later.document.text.length > earlier.document.text.length ? later : earlier;
  return { ...richer, score: Math.max(earlier.score, later.score) };
}

function identitiesOf(document: Document, alike: ReadonlySet<Document>): readonly string[] {
  const identities: string[] = [];
  const page = pageOf(document.url);
  if (page) identities.push(`url:${page}`);
  if (alike.has(document)) identities.push(`text:${fingerprint(document.text)}`);
  return identities;
}

/** The documents whose texts begin and end as another's: the few worth comparing in full. */
function findAlike(found: readonly FoundDocument[]): ReadonlySet<Document> {
  const alike = new Set<Document>();
  const firsts = new Map<string, Document>();
  for (const { document } of found) {
    if (document.text.length < SHORTEST_COMPARED_TEXT) continue;
    const ends = endsOf(document.text);
    const first = firsts.get(ends);
    if (first) alike.add(first).add(document);
    else firsts.set(ends, document);
  }
  return alike;
}

function endsOf(text: string): string {
  let head = "";
  for (let at = 0; at < text.length && head.length < TELLING_CHARACTERS; at++) head += text.charAt(at).trim();
  let tail = "";
  for (let at = text.length - 1; at >= 0 && tail.length < TELLING_CHARACTERS; at--)
    tail += text.charAt(at).trim();
  return `${head} ${tail}`.toLowerCase();
}

/** The address without what does not change the page; undefined for anything but a web address. */
function pageOf(url: string): string | undefined {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  // "#/inbox" and "#!inbox" are pages of their own, "#section" is a place on one.
  const route = /^#[/!]/.test(parsed.hash) ? parsed.hash : "";
  return `${parsed.host}${parsed.pathname.replace(/\/$/, "")}${parsed.search}${route}`;
}

function fingerprint(text: string): string {
  const head = text.slice(0, COMPARED_CHARACTERS);
  const tail = text.slice(Math.max(COMPARED_CHARACTERS, text.length - COMPARED_CHARACTERS));
  return `${head}\n${tail}`.toLowerCase().replace(/\s+/g, " ").trim();
}
