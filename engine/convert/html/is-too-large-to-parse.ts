import { pageDepth } from "./page-depth";

/** Beyond this depth the libraries' tree walks cost too much time and stack; browsers stop at 512. */
const MAX_DEPTH = 200;
/** Beyond this length (UTF-16 code units) a tree costs too much memory: about thirty times the page. */
const MAX_LENGTH = 4_000_000;

/** Whether a page must be read without building its tree. */
export function isTooLargeToParse(html: string): boolean {
  return html.length > MAX_LENGTH || pageDepth(html) > MAX_DEPTH;
}
