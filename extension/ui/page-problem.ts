import { createContext, useContext, useSyncExternalStore } from "react";

/** Problems that concern the whole page, which shows them once, in place of every reader of data. */
export interface PageProblem {
  /** Takes over the problem of a reader; false for an error that the reader must show itself. */
  claim(reader: string, error: unknown): boolean;
  /** The reader has no such problem any more. */
  release(reader: string): void;
  /** The message of the last problem that is not over; undefined for none. */
  getSnapshot(): string | undefined;
  /** True for a message that the page has shown. */
  wasShown(message: string): boolean;
  subscribe(listener: () => void): () => void;
  /** Lets every reader read again. */
  retry(): void;
  onRetry(listener: () => void): () => void;
}

/** `isPageWide` decides which errors concern the whole page. */
export function createPageProblem(isPageWide: (error: unknown) => boolean): PageProblem {
  const problems = new Map<string, string>();
  const shown = new Set<string>();
  const listeners = new Set<() => void>();
  const readers = new Set<() => void>();
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
      if (problems.delete(reader)) notify();
    },
    getSnapshot: () => [...problems.values()].at(-1),
    wasShown: (message) => shown.has(message),
    subscribe: (listener) => add(listeners, listener),
    retry: () => {
      for (const reader of readers) reader();
    },
    onRetry: (listener) => add(readers, listener),
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

function add(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
