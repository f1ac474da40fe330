const SAFE = new Set(["http:", "https:", "file:", "chrome:", "chrome-extension:", "blob:"]);

/** The address if opening it cannot run code in our page; a bookmark may hold `javascript:` or `data:`. */
export function safeUrl(url: string): string | undefined {
  return URL.canParse(url) && SAFE.has(new URL(url).protocol) ? url : undefined;
}
