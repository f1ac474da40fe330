import type { FocusContent } from "../../../engine/contract/focus";
import { ReadItemError } from "../../../engine/errors/read-item-error";

const TIMEOUT_MS = 15_000;
const MAX_CHARACTERS = 8 * 1024 * 1024;

/** Fetches the page behind a link, without the person's cookies. Rejects with ReadItemError and the reason. */
export async function fetchLink(url: string): Promise<FocusContent> {
  const host = new URL(url).host;
  let response: Response;
  try {
    response = await fetch(url, { credentials: "omit", signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (cause) {
    throw new ReadItemError(`Cannot read the link: ${host} does not answer`, { cause });
  }
  if (!response.ok) throw new ReadItemError(`Cannot read the link: ${host} answered ${response.status}`);
  const type = response.headers.get("content-type") ?? "";
  if (!type.startsWith("text/"))
    throw new ReadItemError(`Cannot read the link: ${host} sent ${type || "no text"}`);
  const text = (await response.text()).slice(0, MAX_CHARACTERS);
  return {
    kind: "link",
    title: host,
    url: response.url || url,
    mediaType: type.startsWith("text/html") ? "text/html" : "text/plain",
    text,
  };
}
