import type { Focus } from "../model/chat";
import type { ImageText } from "../model/image-text";

/** The content of a focus: a page, a selection, a link's page, a file or a picture. */
export type FocusContent = FocusText | FocusFile | FocusImage;

interface FocusText {
  readonly kind: "page" | "selection" | "link";
  readonly title: string;
  readonly url: string;
  /** HTML of the page, or the selected text. */
  readonly mediaType: "text/html" | "text/plain";
  readonly text: string;
  /** What the text leaves out, as a sentence. */
  readonly note?: string;
}

interface FocusFile {
  readonly kind: "file";
  /** File name; its extension helps to detect the format. */
  readonly title: string;
  /** Empty: it opens in the reader only. */
  readonly url: "";
  /** Media type reported by the browser, often empty. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

interface FocusImage {
  readonly kind: "image";
  /** The file's name. */
  readonly title: string;
  /** Empty: it opens in the reader only. */
  readonly url: "";
  readonly text: ImageText;
}

/** An open focus. Its index exists until it is closed or evicted by newer ones. */
export interface FocusSummary extends Focus {
  readonly kind: FocusContent["kind"];
  readonly chunks: number;
}
