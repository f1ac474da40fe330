import type { Document } from "../model/document";
import type { FoundDocument } from "./load-documents";

/** Shorter texts (a bookmark that is only its title) may agree by chance. */
const SHORTEST_COMPARED_TEXT = 80;
/** Characters compared at each end of a text: enough to tell copies, cheap on a book. */
const COMPARED_CHARACTERS = 4_000;

/**
 * Folds documents that are one thing to the person: the same page as bookmark, visit and tab, or copies of
 * one text. The fold ranks where its best member ranked and shows the member that holds the most text.
 */
export function foldDuplicates(found: readonly FoundDocument[]): readonly FoundDocument[] {
  const folds: FoundDocument[] = [];
  const positions = new Map<string, number>();
  for (const candidate of found) {
    const keys = identitiesOf(candidate.document);
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

function identitiesOf(document: Document): readonly string[] {
  const identities: string[] = [];
  const page = pageOf(document.url);
  if (page) identities.push(`url:${page}`);
  if (document.text.length >= SHORTEST_COMPARED_TEXT) identities.push(`text:${fingerprint(document.text)}`);
  return identities;
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
