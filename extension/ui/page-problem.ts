import { createContext, useContext, useSyncExternalStore } from "react";

/** Problems that concern the whole page, which shows them once, in place of every reader of data. */
export interface PageProblem {
  /** Takes over the problem of a reader; false for an error that the reader must show itself. */
  claim(reader: string, error: unknown): boolean;
  /** The reader has no such problem any more: the others that have it read again. */
  release(reader: string): void;
  /** The message of the last problem that is not over; undefined for none. */
  getSnapshot(): string | undefined;
  /** True for a message that the page has shown. */
  wasShown(message: string): boolean;
  subscribe(listener: () => void): () => void;
  /** Lets every reader read again. */
  retry(): void;
  /** How a reader reads again; returns how to stop. */
  onRetry(reader: string, read: () => void): () => void;
}

/** `isPageWide` decides which errors concern the whole page. */
export function createPageProblem(isPageWide: (error: unknown) => boolean): PageProblem {
  const problems = new Map<string, string>();
  const shown = new Set<string>();
  const listeners = new Set<() => void>();
  const readers = new Map<string, () => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  return {
    claim: (reader, error) => {
      if (!isPageWide(error)) return false;
      const message = error instanceof Error ? error.message : String(error);
      problems.set(reader, message);
      shown.add(message);
      notify();
      return true;
    },
    release: (reader) => {
      if (!problems.delete(reader)) return;
      notify();
      for (const other of problems.keys()) readers.get(other)?.();
    },
    getSnapshot: () => [...problems.values()].at(-1),
    wasShown: (message) => shown.has(message),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retry: () => {
      for (const read of readers.values()) read();
    },
    onRetry: (reader, read) => {
      readers.set(reader, read);
      return () => readers.delete(reader);
    },
  };
}

/** Absent on a page whose readers show all problems themselves. */
export const PageProblemContext = createContext<PageProblem | undefined>(undefined);

const NO_PROBLEM = createPageProblem(() => false);

/** The problem that the page shows now, and whether a message is one that it has shown. */
export function usePageProblem() {
  const { subscribe, getSnapshot, wasShown, retry } = useContext(PageProblemContext) ?? NO_PROBLEM;
  return { problem: useSyncExternalStore(subscribe, getSnapshot, getSnapshot), wasShown, retry };
}
