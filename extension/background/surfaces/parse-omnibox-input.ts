/** What Enter in the address bar wants: the hit that was chosen, or an answer to what was typed. */
export type OmniboxTarget = { readonly address: string } | { readonly question: string };

/** Only these schemes are opened: what is typed or suggested must not run code. */
const OPENABLE_SCHEMES = new Set(["http:", "https:", "chrome-extension:", "file:"]);

/** Chrome hands over the `content` of the chosen line, or the text as typed. */
export function parseOmniboxInput(text: string): OmniboxTarget {
  const question = text.trim();
  // "note: buy milk" parses as an address too, hence the slashes.
  const isAddress =
    /^[a-z-]+:\/\//.test(text) && URL.canParse(text) && OPENABLE_SCHEMES.has(new URL(text).protocol);
  return isAddress ? { address: text } : { question };
}
