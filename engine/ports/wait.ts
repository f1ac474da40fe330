/** Resolves after so many milliseconds; rejects with the signal's reason when aborted before. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;
