export interface PageDescription {
  readonly title: string;
  readonly url: string;
  /** Further lines: folders, read state. */
  readonly details?: readonly string[];
}

/** A short text about a page whose content is not read: title, words of the address, details. */
export function describePage({ title, url, details = [] }: PageDescription): string {
  const lines = [oneLine(title), addressWords(url), ...details.map(oneLine)];
  return lines.filter((line) => line !== "").join("\n\n");
}

/** `https://docs.example.com/getting-started.html` as `docs.example.com getting started html`. */
function addressWords(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname, searchParams } = new URL(address);
  const words = [decode(pathname), ...searchParams.values()].join(" ").split(/[^\p{L}\p{N}]+/u);
  return [host, ...words].filter((word) => word !== "").join(" ");
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray % is legal in an address; the path is then used undecoded.
    return path;
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
