import type { IndexSegment } from "../index-segment";
import type { OpenIndexOptions } from "../search-index";
import type { SegmentData } from "../segment/segment-data";
import { chooseMerge } from "./choose-merge";
import { mergeSegments } from "./merge-segments";
import { planRows } from "./plan-rows";

/** The changes of a finished merge. */
export interface MergedSegments {
  /** The new segment; absent when the old ones had no live rows. */
  readonly data?: SegmentData;
  readonly dropped: readonly number[];
  /** Ids of deleted documents that are in no segment any more. */
  readonly forgotten: readonly number[];
}

/** Postings read, or their equivalent, in one step: about ten milliseconds. */
const WORK_PER_STEP = 30_000;

/**
 * Merges in steps, so that queries can run in between. Documents deleted meanwhile stay tombstones: the merged segment
 * has the rows that were live when its merge began.
 */
export class Merger {
  #running:
    | {
        readonly inputs: readonly IndexSegment[];
        readonly forgotten: readonly number[];
        readonly work: Generator<number, SegmentData>;
      }
    | undefined;

  /** True when a merge has begun and needs more steps. */
  get busy(): boolean {
    return this.#running !== undefined;
  }

  /** Runs one step; returns the result of a merge that it finished. */
  step(segments: readonly IndexSegment[], options: OpenIndexOptions): MergedSegments | undefined {
    if (this.#running?.inputs.some((input) => !segments.includes(input))) this.#running = undefined;
    this.#running ??= this.#begin(segments, options);
    if (!this.#running) return undefined;
    const { inputs, forgotten, work } = this.#running;
    const dropped = inputs.map((input) => input.id);
    if (inputs.every((input) => input.live.documents === 0)) {
      this.#running = undefined;
      return { dropped, forgotten: inputs.flatMap((input) => input.live.dead) };
    }
    for (let done = 0; done < WORK_PER_STEP; ) {
      const { value, done: finished } = work.next();
      if (finished) {
        this.#running = undefined;
        return { data: value, dropped, forgotten };
      }
      done += value;
    }
    return undefined;
  }

  #begin(segments: readonly IndexSegment[], { embedderId, dimensions }: OpenIndexOptions) {
    const inputs = chooseMerge(segments);
    if (!inputs) return undefined;
    const plan = planRows(inputs);
    const work = mergeSegments(inputs, plan, { embedderId, dimensions });
    return { inputs, forgotten: plan.forgotten, work };
  }
}
