import type { Document } from "../model/document";
import type { FoundDocument } from "./load-documents";

/** Shorter texts, such as a bookmark that is only its title, may be equal by chance. */
const MIN_COMPARED_CHARACTERS = 80;
/** Characters compared at each end of a text: with the numbers between them enough to recognise copies, cheap on a book. */
const FINGERPRINT_CHARACTERS = 4_000;
/** Visible characters at each end of a text that distinguish most texts. */
const BUCKET_KEY_CHARACTERS = 32;

/**
 * Merges documents that are the same to the person: one page as bookmark, visit and tab, or copies of one text. The merged
 * document has the best rank of its copies and is the copy with the most text, or the file with the shortest path.
 */
export function dedupe(found: readonly FoundDocument[]): readonly FoundDocument[] {
  const distinct: FoundDocument[] = [];
  const positions = new Map<string, number>();
  const suspects = findSuspectedCopies(found);
  for (const candidate of found) {
    const keys = dedupeKeys(candidate.document, suspects);
    const knownPosition = keys.map((key) => positions.get(key)).find((position) => position !== undefined);
    const position = knownPosition ?? distinct.length;
    const earlier = distinct[position];
    distinct[position] = earlier ? merge(earlier, candidate) : candidate;
    for (const key of keys) if (!positions.has(key)) positions.set(key, position);
  }
  return distinct;
}

function merge(earlier: FoundDocument, later: FoundDocument): FoundDocument {
  const preferred = isPreferred(later.document, earlier.document) ? later : earlier;
  return { ...preferred, score: Math.max(earlier.score, later.score) };
}

/** A copy made by hand has a longer name or lies in another folder: "old/rules (copy).md". */
function isPreferred(document: Document, other: Document): boolean {
  const areFiles = document.type === "file" && other.type === "file" && document.sourceId === other.sourceId;
  if (document.text.length !== other.text.length) return document.text.length > other.text.length;
  return areFiles && document.itemId.length < other.itemId.length;
}

function dedupeKeys(document: Document, suspects: ReadonlySet<Document>): readonly string[] {
  const keys: string[] = [];
  const page = canonicalUrl(document.url);
  if (page) keys.push(`url:${page}`);
  if (suspects.has(document)) keys.push(`text:${fingerprint(document.text)}`);
  return keys;
}

/** The documents whose texts begin and end like another's: only these are compared in full. */
function findSuspectedCopies(found: readonly FoundDocument[]): ReadonlySet<Document> {
  const suspects = new Set<Document>();
  const firsts = new Map<string, Document>();
  for (const { document } of found) {
    if (document.text.length < MIN_COMPARED_CHARACTERS) continue;
    const bucketKey = bucketKeyOf(document.text);
    const first = firsts.get(bucketKey);
    if (first) suspects.add(first).add(document);
    else firsts.set(bucketKey, document);
  }
  return suspects;
}

function bucketKeyOf(text: string): string {
  let head = "";
  for (let position = 0; position < text.length && head.length < BUCKET_KEY_CHARACTERS; position++)
    head += text.charAt(position).trim();
  let tail = "";
  for (let position = text.length - 1; position >= 0 && tail.length < BUCKET_KEY_CHARACTERS; position--)
    tail += text.charAt(position).trim();
  return `${head} ${tail}`.toLowerCase();
}

/** The address without the parts that do not change the page; undefined for other than web addresses. */
function canonicalUrl(url: string): string | undefined {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  // "#/inbox" and "#!inbox" are separate pages, "#section" is a position on one.
  const route = /^#[/!]/.test(parsed.hash) ? parsed.hash : "";
  return `${parsed.host}${parsed.pathname.replace(/\/$/, "")}${parsed.search}${route}`;
}

function fingerprint(text: string): string {
  const head = text.slice(0, FINGERPRINT_CHARACTERS);
  const tail = text.slice(Math.max(FINGERPRINT_CHARACTERS, text.length - FINGERPRINT_CHARACTERS));
  // Versions of a text often differ in a number alone.
  const numbers = text.slice(FINGERPRINT_CHARACTERS, text.length - tail.length).match(/\d+/g) ?? [];
  return `${head}\n${numbers.join(" ")}\n${tail}`.toLowerCase().replace(/\s+/g, " ").trim();
}
