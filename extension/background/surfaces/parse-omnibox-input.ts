/** The target of Enter in the address bar: the address of the chosen hit, or the typed question. */
export type OmniboxTarget = { readonly address: string } | { readonly question: string };

/** The only schemes that are opened: input and suggestions must not run code. */
const OPENABLE_SCHEMES = new Set(["http:", "https:", "chrome-extension:", "file:"]);

/** Chrome passes the `content` of the chosen line, or the text as typed. */
export function parseOmniboxInput(text: string): OmniboxTarget {
  const question = text.trim();
  // "note: buy milk" parses as an address too, hence the slashes.
  const isAddress =
    /^[a-z-]+:\/\//.test(text) && URL.canParse(text) && OPENABLE_SCHEMES.has(new URL(text).protocol);
  return isAddress ? { address: text } : { question };
}
