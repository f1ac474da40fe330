import type { DeliveredItems } from "../shared/pull/delta/delta-entry";
import { deliverItems } from "../shared/vendors/google/deliver-items";
import type { DriveClient } from "./client";
import { bytesToRead, readContent } from "./read-content";
import { type LocatedFile, toDocument, urlOf, versionOf } from "./to-document";

/** A page ends before it exceeds this many bytes; a single file may be larger. */
const PAGE_BYTES = 8 * 1024 * 1024;

/** Reads the first files, up to the size of a page. */
export async function deliverFiles(
  files: readonly LocatedFile[],
  { client, signal }: { readonly client: DriveClient; readonly signal: AbortSignal },
): Promise<DeliveredItems> {
  const taken = takePage(files);
  const delivered = await deliverItems(taken, {
    describe: (located) => ({
      id: located.file.id,
      title: located.file.name,
      url: urlOf(located.file),
      version: versionOf(located),
    }),
    deliver: async (located) => toDocument(located, await readContent(client, located.file, signal)),
  });
  return { ...delivered, more: taken.length < files.length };
}

function takePage(files: readonly LocatedFile[]): readonly LocatedFile[] {
  let bytes = 0;
  const end = files.findIndex(({ file }, at) => {
    bytes += bytesToRead(file);
    return at > 0 && bytes > PAGE_BYTES;
  });
  return end < 0 ? files : files.slice(0, end);
}
