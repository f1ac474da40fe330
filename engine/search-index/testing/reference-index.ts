import { termAnalysis } from "../../language/english/term-analysis";
import type { Filter } from "../../model/filter";
import type { ChunkHit } from "../../model/hit";
import { B, FIELD_WEIGHTS, K1, LENGTHS, QUARTERS, toLengthCode } from "../keyword/scoring/bm25";
import { PHRASE_SHARE } from "../keyword/scoring/phrase-bonus";
import type { IndexChunk, IndexDocument, ScanOptions } from "../search-index";
import { tokenizeText } from "../text/tokenize-text";

interface ReferenceEntry {
  readonly document: IndexDocument;
  readonly chunk: IndexChunk;
  readonly occurrences: readonly {
    readonly term: string;
    readonly weight: number;
    readonly position: number;
    readonly isExtra: boolean;
  }[];
  readonly length: number;
}

/** A literal implementation of the index: every answer is computed from all documents, without caches. */
export class ReferenceIndex {
  readonly documents = new Map<number, IndexDocument>();

  keyword(query: string, { limit, filter }: ScanOptions): readonly ChunkHit[] {
    const all = this.#entries();
    const average = all.reduce((sum, { length }) => sum + length, 0) / all.length;
    const words: { term: string; position: number }[] = [];
    tokenizeText(
      query,
      (term, _start, _end, position) => {
        if (!termAnalysis.stopWords.has(term)) words.push({ term, position });
      },
      "search",
    );
    const weights = new Map(words.map(({ term }) => [term, weigh(term, all)]));
    const hits = all
      .filter(({ document }) => matches(document, filter))
      .map((entry) => {
        let score = 0;
        for (const [term, weight] of weights) {
          const frequency = entry.occurrences.reduce(
            (sum, occurrence) => sum + (occurrence.term === term ? occurrence.weight : 0),
            0,
          );
          const norm = K1 * QUARTERS * (1 - B + (B * entry.length) / Math.max(average, 1));
          score += (weight * frequency) / (frequency + norm);
        }
        return { entry, score };
      });
    const pool = hits
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, Math.max(limit, 64));
    return toHits(
      pool.map(({ entry, score }) => ({ entry, score: score + bonus(entry, words, weights) })),
      limit,
    );
  }

  vector(query: Float32Array, { limit, filter }: ScanOptions): readonly ChunkHit[] {
    const hits = this.#entries()
      .filter(({ document }) => matches(document, filter))
      .map((entry) => ({
        entry,
        score: entry.chunk.vector.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0),
      }));
    return toHits(hits, limit);
  }

  frequency(term: string): number {
    return this.#entries().filter(({ occurrences }) =>
      occurrences.some((occurrence) => occurrence.term === term),
    ).length;
  }

  #entries(): readonly ReferenceEntry[] {
    return [...this.documents.values()].flatMap((document) =>
      document.chunks.map((chunk) => toEntry(document, chunk)),
    );
  }
}

function toHits(
  hits: readonly { entry: ReferenceEntry; score: number }[],
  limit: number,
): readonly ChunkHit[] {
  return [...hits]
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ entry, score }) => ({
      documentId: entry.document.documentId,
      ordinal: entry.chunk.ordinal,
      score,
    }));
}

function weigh(term: string, all: readonly ReferenceEntry[]): number {
  const frequency = all.filter(({ occurrences }) =>
    occurrences.some((occurrence) => occurrence.term === term),
  ).length;
  return frequency === 0 ? 0 : Math.log(1 + (all.length - frequency + 0.5) / (frequency + 0.5));
}

function bonus(
  { occurrences }: ReferenceEntry,
  words: readonly { term: string; position: number }[],
  weights: ReadonlyMap<string, number>,
): number {
  const last = new Map(words.map((word) => [word.position, word]));
  const sequence = [...last.values()];
  let sum = 0;
  for (const [index, after] of sequence.entries()) {
    const before = sequence[index - 1];
    if (!before || after.position - before.position > 3) continue;
    const distance = after.position - before.position;
    const together = occurrences.some(
      (a) =>
        a.term === before.term &&
        occurrences.some((b) => b.term === after.term && b.position - a.position === distance),
    );
    if (together) sum += PHRASE_SHARE * Math.min(weights.get(before.term) ?? 0, weights.get(after.term) ?? 0);
  }
  return sum;
}

function matches(document: IndexDocument, filter: Filter = {}): boolean {
  return (
    (!filter.sourceIds || filter.sourceIds.includes(document.sourceId)) &&
    (!filter.types || filter.types.includes(document.type)) &&
    (!filter.authors || (document.author !== undefined && filter.authors.includes(document.author))) &&
    (!filter.containers || filter.containers.some((name) => document.container?.includes(name))) &&
    document.updatedAt >= (filter.updatedAfter ?? Number.NEGATIVE_INFINITY) &&
    document.updatedAt < (filter.updatedBefore ?? Number.POSITIVE_INFINITY)
  );
}

function toEntry(document: IndexDocument, chunk: IndexChunk): ReferenceEntry {
  const occurrences: { term: string; weight: number; position: number; isExtra: boolean }[] = [];
  let offset = 0;
  const fields = [
    [document.title, FIELD_WEIGHTS.title],
    ...chunk.headings.map((heading) => [heading, FIELD_WEIGHTS.headings] as const),
    [chunk.text, FIELD_WEIGHTS.body],
    [document.author ?? "", FIELD_WEIGHTS.author],
  ] as const;
  for (const [text, weight] of fields) {
    tokenizeText(text, (term, _start, _end, position, extra) => {
      if (extra === "singular" || termAnalysis.stopWords.has(term)) return;
      occurrences.push({ term, weight, position: offset + position, isExtra: extra !== undefined });
    });
    offset += 1_000;
  }
  const length =
    LENGTHS[
      toLengthCode(occurrences.reduce((sum, { weight, isExtra }) => sum + (isExtra ? 0 : weight), 0))
    ] ?? 0;
  return { document, chunk, occurrences, length };
}
