import type { Chunk } from "../../../model/chunk";
import type { Document } from "../../../model/document";
import type { Passage } from "../../../model/passage";
import type { PromptSection } from "./prompt-section";

/** Hits that are added before any of their context. */
const PRIORITY_HITS = 6;
/** Documents that may be shown as a whole. */
const MAX_WHOLE_DOCUMENTS = 3;
/** Of the tokens left; a longer document is shown in part. */
const MAX_DOCUMENT_SHARE = 0.5;
/** Chunks added on each side of a hit where the whole document does not fit. */
const MAX_NEIGHBOURS = 2;
/** For the number and line ends of a passage. */
const PASSAGE_TOKENS = 6;
/** For the title, source and age of a document. */
const DOCUMENT_TOKENS = 60;
/** No tokenizer has longer tokens on average: the tokens of a document that is too long by this measure are not counted. */
const MAX_CHARACTERS_PER_TOKEN = 12;

export interface PackedPassages {
  /** In the order of the documents' best hits. */
  readonly sections: readonly PromptSection[];
  /** Hits that did not fit. */
  readonly leftOut: number;
}

/**
 * Fills `room` tokens: first the best hits, then the whole of the top documents or, where that is too long, the chunks
 * around their hits, then further hits. A whole document, such as a thread, is preferred to fragments of several.
 */
export function packPassages(
  hits: readonly Passage[],
  { room, countTokens }: { readonly room: number; readonly countTokens: (text: string) => number },
): PackedPassages {
  const packer = new PassagePacker(room, countTokens);
  for (const hit of hits.slice(0, PRIORITY_HITS)) packer.add(hit.document, [hit.chunk]);
  const documents = [...new Set(hits.map(({ document }) => document))];
  for (const document of documents.slice(0, MAX_WHOLE_DOCUMENTS)) {
    if (packer.add(document, document.chunks, MAX_DOCUMENT_SHARE)) continue;
    for (const hit of hits) if (hit.document === document) packer.addNeighbours(hit);
  }
  for (const hit of hits.slice(PRIORITY_HITS)) packer.add(hit.document, [hit.chunk]);
  return {
    sections: packer.sections(documents),
    leftOut: hits.filter((hit) => !packer.has(hit)).length,
  };
}

class PassagePacker {
  readonly #taken = new Map<Document, Set<Chunk>>();
  readonly #countTokens: (text: string) => number;
  #room: number;

  constructor(room: number, countTokens: (text: string) => number) {
    this.#room = room;
    this.#countTokens = countTokens;
  }

  /** Adds all of these chunks, or none when they take more than `share` of the tokens left. */
  add(document: Document, chunks: readonly Chunk[], share = 1): boolean {
    const taken = this.#taken.get(document);
    const fresh = chunks.filter((chunk) => !taken?.has(chunk));
    const allowed = this.#room * share;
    const characters = fresh.reduce((sum, { start, end }) => sum + end - start, 0);
    if (characters > allowed * MAX_CHARACTERS_PER_TOKEN) return false;
    const tokens = fresh.reduce(
      (sum, { start, end }) => sum + this.#countTokens(document.text.slice(start, end)) + PASSAGE_TOKENS,
      taken ? 0 : DOCUMENT_TOKENS,
    );
    if (tokens > allowed) return false;
    this.#room -= tokens;
    this.#taken.set(document, new Set([...(taken ?? []), ...fresh]));
    return true;
  }

  addNeighbours({ document, chunk }: Passage): void {
    const position = document.chunks.findIndex(({ ordinal }) => ordinal === chunk.ordinal);
    for (let distance = 1; distance <= MAX_NEIGHBOURS; distance++) {
      for (const neighbour of [document.chunks[position + distance], document.chunks[position - distance]]) {
        if (neighbour) this.add(document, [neighbour]);
      }
    }
  }

  has({ document, chunk }: Passage): boolean {
    return this.#taken.get(document)?.has(chunk) ?? false;
  }

  sections(documents: readonly Document[]): readonly PromptSection[] {
    return documents.flatMap((document) => {
      const chunks = [...(this.#taken.get(document) ?? [])].sort((a, b) => a.start - b.start);
      return chunks.length > 0 ? [{ document, chunks }] : [];
    });
  }
}
