import { HEADER_LINE, SEPARATOR, WROTE } from "../../../language/mail-lines";

const ATTRIBUTION = new RegExp(`\\b(?:${WROTE})[^\\n]{0,80}[:：]$`, "iu");
const ATTACHMENTS = /^Attachments: [^\n]*$/;

/** Whether words only say how a mail came about: header lines, who wrote what is quoted, names of attachments. */
export function isMailLine(words: string): boolean {
  const line = words.replace(/^[>\s]+/, "").trimEnd();
  return HEADER_LINE.test(line) || SEPARATOR.test(line) || ATTRIBUTION.test(line) || ATTACHMENTS.test(line);
}
