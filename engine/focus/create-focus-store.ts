import type { FocusContent, FocusSummary } from "../contract/focus";
import { NotFoundError } from "../errors/not-found-error";
import type { Document } from "../model/document";
import type { Retriever } from "../retrieve/retriever";
import type { SearchIndex } from "../search-index/search-index";
import { type IndexedPage, type IndexPageDeps, indexPage } from "./index-page";

/** The pages the person is asking about, each with a short-lived index of its own. */
export interface FocusStore {
  /** Rejects with SkipItemError or ReadItemError when the page has no readable text. */
  open(content: FocusContent): Promise<FocusSummary>;
  /** Finds in this page alone. NotFoundError once it was closed or evicted by newer ones. */
  retriever(focusId: string): Retriever;
  /** The converted page, or undefined once it is closed. */
  document(focusId: string): Document | undefined;
  close(focusId: string): void;
}

export interface FocusStoreDeps extends IndexPageDeps {
  /** A retriever over an index of the one document that `document` returns. */
  readonly createRetriever: (index: SearchIndex, document: Document) => Retriever;
  /** Pages kept; the least recently used one is evicted. 8 by default. */
  readonly capacity?: number;
}

type OpenPage = IndexedPage & { readonly retriever: Retriever };

export function createFocusStore(deps: FocusStoreDeps): FocusStore {
  const { capacity = 8, createRetriever } = deps;
  /** In order of use, since a Map keeps the order of insertion. */
  const pages = new Map<string, OpenPage>();

  function close(focusId: string): void {
    pages.get(focusId)?.free();
    pages.delete(focusId);
  }

  return {
    open: async (content) => {
      const focusId = crypto.randomUUID();
      const page = await indexPage(focusId, content, deps);
      pages.set(focusId, { ...page, retriever: createRetriever(page.index, page.document) });
      for (const oldest of [...pages.keys()].slice(0, -capacity)) close(oldest);
      const { document, note } = page;
      const { title, url, chunks } = document;
      return {
        ...{ focusId, kind: content.kind, title, url, chunks: chunks.length },
        ...(note !== undefined && { note }),
      };
    },
    retriever: (focusId) => {
      const page = pages.get(focusId);
      if (!page) throw new NotFoundError("This page is no longer open in Atlas: ask about it again");
      pages.delete(focusId);
      pages.set(focusId, page);
      return page.retriever;
    },
    document: (focusId) => pages.get(focusId)?.document,
    close,
  };
}
