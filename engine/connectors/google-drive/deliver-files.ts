import type { DeliveredItems } from "../delta/delta-entry";
import { deliverItems } from "../google/deliver-items";
import type { DriveClient } from "./client";
import { readContent, weightOf } from "./read-content";
import { type PlacedFile, toDocument, urlOf, versionOf } from "./to-document";

/** A page ends once it would bring more bytes than this into memory; a single file may be larger. */
const PAGE_BYTES = 8 * 1024 * 1024;

/** Reads files, only the first of them where they are large. */
export async function deliverFiles(
  files: readonly PlacedFile[],
  { client, signal }: { readonly client: DriveClient; readonly signal: AbortSignal },
): Promise<DeliveredItems> {
  const taken = takePage(files);
  const said = await deliverItems(taken, {
    describe: (placed) => ({
      id: placed.file.id,
      title: placed.file.name,
      url: urlOf(placed.file),
      version: versionOf(placed),
    }),
    deliver: async (placed) => toDocument(placed, await readContent(client, placed.file, signal)),
  });
  return { ...said, more: taken.length < files.length };
}

function takePage(files: readonly PlacedFile[]): readonly PlacedFile[] {
  let bytes = 0;
  const end = files.findIndex(({ file }, at) => {
    bytes += weightOf(file);
    return at > 0 && bytes > PAGE_BYTES;
  });
  return end < 0 ? files : files.slice(0, end);
}
