/** The elements that are removed, with their ends. */
const REMOVED: readonly { readonly opens: RegExp; readonly ends: RegExp }[] = [
  { opens: /^<!--/, ends: /-->/g },
  { opens: /^<script/i, ends: /<\/script\s*>/gi },
  { opens: /^<style/i, ends: /<\/style\s*>/gi },
];

/**
 * Removes scripts, style sheets and comments, which are often most of a page's length. Structured data (`ld+json`)
 * stays: it has title and author. An unclosed element removes the rest of the page, as in a browser.
 */
export function stripScripts(html: string): string {
  const opening = /<!--|<(?:script|style)(?=[\s>/])/gi;
  const pieces: string[] = [];
  let kept = 0;
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const end = endOf(html, match);
    if (!isStructuredData(html, match.index)) {
      pieces.push(html.slice(kept, match.index));
      kept = end;
    }
    opening.lastIndex = end;
  }
  pieces.push(html.slice(kept));
  return pieces.join("");
}

function endOf(html: string, opening: RegExpExecArray): number {
  const ends = REMOVED.find(({ opens }) => opens.test(opening[0]))?.ends ?? /$/g;
  ends.lastIndex = opening.index;
  return ends.exec(html) ? ends.lastIndex : html.length;
}

function isStructuredData(html: string, start: number): boolean {
  return /^<script[^>]*ld\+json/i.test(html.slice(start, start + 300));
}
