import { useState, useSyncExternalStore } from "react";
import type { Document } from "../../../engine/model/document";
import { callEngine } from "../../messaging/call-engine";
import type { TextRange } from "../../ui/split-ranges";
import { useLiveQuery } from "../../ui/use-live-query";
import { parseReaderAddress, type ReaderAddress } from "./parse-reader-address";
import { extendDown, extendUp, windowAround } from "./text-window";

/** The address of the page. Another citation of the same document changes only the hash. */
export function useReaderAddress(): ReaderAddress | undefined {
  const href = useSyncExternalStore(
    (listener) => {
      window.addEventListener("hashchange", listener);
      return () => window.removeEventListener("hashchange", listener);
    },
    () => location.href,
  );
  const { search, hash } = new URL(href);
  return parseReaderAddress(search, hash);
}

/** The stored document; null when it was deleted. It is read once, because the citation refers to its offsets. */
export function useDocument({ sourceId, itemId }: ReaderAddress) {
  return useLiveQuery<Document | null>(() => callEngine("document-get", { sourceId, itemId }), {
    subscribe: () => () => {},
    shouldPoll: () => false,
  });
}

/** The shown window of a text, and functions that extend it. */
export function useTextWindow(text: string, passage: TextRange) {
  const [window, setWindow] = useState(() => windowAround(text, passage));
  return {
    window,
    ...(window[0] > 0 && { showAbove: () => setWindow(extendUp(text, window)) }),
    ...(window[1] < text.length && { showBelow: () => setWindow(extendDown(text, window)) }),
  };
}
