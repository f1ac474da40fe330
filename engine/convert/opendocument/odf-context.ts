import type { LeftOut } from "../office/left-out";
import type { XmlElement } from "../xml/xml-element";
import type { OdfStyles } from "./read-styles";

/** What the words of an OpenDocument file depend on, and where what is beside them goes. */
export interface OdfContext {
  readonly styles: OdfStyles;
  readonly leftOut: LeftOut;
  /** A block that belongs behind the paragraph being read: a note, a comment. */
  after(markdown: string): void;
  /** A frame in the paragraph being read, which is read behind it. */
  frame(element: XmlElement): void;
}
