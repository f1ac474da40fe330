import type { MessagePart } from "./schema";

/** The first header of a part with this name, which is in lower case. */
export function headerOf({ headers }: MessagePart, name: string): string | undefined {
  return headers?.find((header) => header.name.toLowerCase() === name)?.value;
}
