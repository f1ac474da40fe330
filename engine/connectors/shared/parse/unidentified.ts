import type { ItemFailure } from "../../../model/pull-page";

/**
 * The failure for an entry of a vendor's list that has no id, so that it is reported and not lost. Its own id is made
 * of its content, so that the same entry is reported once.
 * @param from the vendor's name: "Jira"
 */
export function toUnidentified(raw: unknown, from: string): ItemFailure {
  const mark = hash(JSON.stringify(raw) ?? "");
  return {
    id: `unidentified:${mark}`,
    title: `An entry of ${from} without an id`,
    url: "",
    version: mark,
    outcome: "failed",
    code: "read-item",
    reason: `Cannot read an entry of ${from}'s list: it has no id`,
  };
}

/** FNV-1a, 32 bits, in hex. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, "0");
}
