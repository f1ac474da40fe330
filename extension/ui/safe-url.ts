const SAFE = new Set(["http:", "https:", "file:", "chrome:", "chrome-extension:", "blob:"]);

/** The URL if its protocol is safe to open; a bookmark may be a `javascript:` or `data:` URL. */
export function safeUrl(url: string): string | undefined {
  return URL.canParse(url) && SAFE.has(new URL(url).protocol) ? url : undefined;
}
