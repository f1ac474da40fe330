import { DAY_MS } from "../../../../util/durations";
import { stripQuerySyntax } from "../../search/strip-query-syntax";

/**
 * A person's words as the text of a `~` search in JQL and CQL. Both pass the text to Lucene, whose operators are not
 * what the person means and are not in the index.
 */
export function stripLuceneSyntax(text: string): string {
  return stripQuerySyntax(text, /[+\-&|!(){}[\]^~*?\\:/"]/g);
}

/** Quotes a value as a string of JQL or CQL. */
export function quoteString(value: string): string {
  return `"${value.replace(/[\\"]/g, "\\$&")}"`;
}

const HALF_DAY_MS = DAY_MS / 2;

/**
 * The last day that had begun in every time zone by that time. JQL and CQL interpret a day in the time zone of the
 * person's profile, which Atlas does not know; the exact times in the replies decide.
 * @param time milliseconds since the epoch
 */
export function safeDay(time: number, separator: "/" | "-"): string {
  const day = new Date(Math.max(0, time - HALF_DAY_MS)).toISOString().slice(0, 10);
  return day.replaceAll("-", separator);
}
