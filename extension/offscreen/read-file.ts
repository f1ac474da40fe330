import type { FocusContent } from "../../engine/focus/focus";
import type { EngineProtocol } from "../messaging/protocol";

/** Takes a file over from the page it was dropped on; messages between pages carry no bytes. */
export async function readFile({
  name,
  mediaType,
  url,
}: EngineProtocol["file-focus"]["request"]): Promise<FocusContent> {
  if (!url.startsWith("blob:")) throw new TypeError(`Cannot read "${name}": it is no file of this browser`);
  const response = await fetch(url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { kind: "file", title: name, url: "", mediaType, bytes };
}
