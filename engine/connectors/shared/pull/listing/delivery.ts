import type { ItemFailure, TouchedItem } from "../../../../model/pull-page";
import type { SourceDocument } from "../../../../model/source-document";

/** What a pull says about one listed item. An unchanged item has no delivery. */
export type Delivery =
  | {
      readonly kind: "document";
      readonly document: SourceDocument;
      /** The id the item had before it moved. */
      readonly movedFrom?: string;
    }
  | { readonly kind: "failure"; readonly failure: ItemFailure }
  | { readonly kind: "touched"; readonly item: TouchedItem };
