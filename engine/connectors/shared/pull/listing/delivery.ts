import type { ItemFailure, TouchedItem } from "../../../../model/pull-page";
import type { SourceDocument } from "../../../../model/source-document";

/** The result for one listed item. An unchanged item has none. */
export type Delivery =
  | {
      readonly kind: "document";
      readonly document: SourceDocument;
      /** The item's id before it was moved. */
      readonly movedFrom?: string;
    }
  | { readonly kind: "failure"; readonly failure: ItemFailure }
  | { readonly kind: "touched"; readonly item: TouchedItem };
