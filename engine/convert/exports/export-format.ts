import type { ConvertedText } from "../../model/document";
import type { TextKind } from "../detect/content-kind";

/** The decoded text of a file, and how it came. */
export interface ExportFile {
  /** With `\n` line ends. */
  readonly text: string;
  readonly name: string;
  readonly url: string;
  readonly kind: TextKind;
}

/** Converts an export; undefined where the file turns out to be something else. */
export type ReadExport = (file: ExportFile) => ConvertedText | undefined;

/** Converts an export in JSON; undefined where the value turns out to be something else. */
export type ReadJsonExport = (value: unknown, file: ExportFile) => ConvertedText | undefined;
