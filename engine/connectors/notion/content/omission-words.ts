import type { OmissionWords } from "../../shared/text/describe-omissions";
import type { Omission } from "../markdown/markdown-context";

/** In the order in which they are said. */
export const OMISSION_WORDS: readonly OmissionWords<Omission["kind"]>[] = [
  ["block", "block of a kind that cannot be read", "blocks of kinds that cannot be read"],
  ["private", "block that is left out or not shared", "blocks that are left out or not shared"],
  ["file", "file", "files"],
  ["picture", "picture", "pictures"],
  ["transcript", "transcript", "transcripts"],
  ["property", "value of a property", "values of properties"],
  ["comment", "comment", "comments"],
];
