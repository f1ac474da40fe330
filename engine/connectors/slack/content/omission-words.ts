import type { OmissionWords } from "../../shared/text/describe-omissions";
import type { Omission } from "./content-reader";

/** In the order in which they are said. */
export const OMISSION_WORDS: readonly OmissionWords<Omission["kind"]>[] = [
  ["file", "file (its name only)", "files (their names only)"],
  ["canvas", "canvas (its name only)", "canvases (their names only)"],
  ["list", "list (its name only)", "lists (their names only)"],
  ["picture", "picture", "pictures"],
  ["rest", "file beyond its beginning", "files beyond their beginning"],
  ["block", "block of an unknown kind beyond its texts", "blocks of unknown kinds beyond their texts"],
  ["part", "part that is not as documented", "parts that are not as documented"],
  ["end", "message beyond its first 40,000 characters", "messages beyond their first 40,000 characters"],
];
