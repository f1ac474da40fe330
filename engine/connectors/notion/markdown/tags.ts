/** The attributes of a tag, by their names in lower case without separators: `start-time` and `startTime` are one. */
export type Attributes = Readonly<Record<string, string>>;

export function parseAttributes(source: string): Attributes {
  const found = [...source.matchAll(/([\w-]+)\??="([^"]*)"/g)];
  return Object.fromEntries(
    found.map(([, name = "", value = ""]) => [name.replace(/[-_]/g, "").toLowerCase(), decode(value)]),
  );
}

/** The id in an address of Notion's: `user://<uuid>`, `https://www.notion.so/Title-<32 digits>#<block>`. */
export function idIn(address: string, part: "page" | "block" = "page"): string | undefined {
  const [path = "", fragment = ""] = address.split("#");
  const source = part === "block" && fragment !== "" ? fragment : path.split("?", 1)[0];
  const digits = (source ?? "")
    .replaceAll("-", "")
    .match(/[0-9a-f]{32}(?![0-9a-f])/gi)
    ?.at(-1);
  return digits?.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function decode(value: string): string {
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
