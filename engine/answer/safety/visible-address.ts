/** Where an address in a text begins; Markdown allows a backslash before any of its marks. */
export const ADDRESS_START =
  /(?<![\p{L}\p{N}])(?:[a-z][a-z0-9+.-]{0,30}\\?:\\?\/\\?\/(?=\S)|www\\?\.(?=\S)|(?:javascript|vbscript|blob|mailto)\\?:(?=\S)|data\\?:(?=[a-z]+\\?\/))/iu;

/**
 * What is shown of an address in an answer: the host alone, without the path and query that could carry text out.
 * "" for what has no host (`javascript:`, `data:`, a relative address).
 */
export function visibleAddress(address: string): string {
  const plain = address.replace(/\\(?=[!-/:-@[-`{-~])/g, "").replace(/[\s<>]/g, "");
  const absolute = /^\/\/|^www\./i.test(plain) ? `https://${plain.replace(/^\/\//, "")}` : plain;
  if (!URL.canParse(absolute)) return "";
  const { protocol, host, pathname } = new URL(absolute);
  if (protocol === "mailto:") return /^[\w.+-]+@[\w.-]+$/.test(pathname) ? pathname : "";
  // Some parsers make a link of any "www.", and a host has no other marks.
  return /^[a-z0-9.:[\]-]*$/.test(host) ? host.replace(/(?<![a-z0-9])www\./g, "") : "";
}
