/** The beginning of an address in a text; Markdown allows a backslash before any of its marks. */
export const ADDRESS_START =
  /(?<![\p{L}\p{N}])(?:[a-z][a-z0-9+.-]{0,30}\\?:\\?\/\\?\/(?=\S)|www\\?\.(?=\S)|(?:javascript|vbscript|blob|mailto)\\?:(?=\S)|data\\?:(?=[a-z]+\\?\/))/iu;

/**
 * The part of an address that an answer shows: the host alone, since path and query could carry text out. "" for an
 * address without a host (`javascript:`, `data:`, a relative one).
 */
export function visibleAddress(address: string): string {
  const plain = address.replace(/\\(?=[!-/:-@[-`{-~])/g, "").replace(/[\s<>]/g, "");
  const absolute = /^\/\/|^www\./i.test(plain) ? `https://${plain.replace(/^\/\//, "")}` : plain;
  if (!URL.canParse(absolute)) return "";
  const { protocol, host, pathname } = new URL(absolute);
  if (protocol === "mailto:") return /^[\w.+-]+@[\w.-]+$/.test(pathname) ? pathname : "";
  // Some parsers link any "www."; a valid host has only these characters.
  return /^[a-z0-9.:[\]-]*$/.test(host) ? host.replace(/(?<![a-z0-9])www\./g, "") : "";
}
