import type { KnownItem } from "../../model/pull-page";
import { sha256Hex } from "../../util/sha256-hex";
import type { ConnectorContext } from "../connector";
import type { Batch, BatchResult } from "../shared/pull/listing/create-listing-connector";
import type { Delivery } from "../shared/pull/listing/delivery";
import { assertRootReadable } from "./folder-access";
import { getNoTextReason } from "./get-no-text-reason";
import type { FolderListing, ListedFile, ListedProblem } from "./list-folder";
import { fileNameOf, fileUrl, toDocument } from "./to-document";

const MEGABYTE = 1024 * 1024;

/**
 * A larger file is never read, because its bytes pass through the memory of a service worker. Conversion has the same
 * limit.
 */
const MAX_FILE_BYTES = 64 * MEGABYTE;

/** A page ends once this many bytes are read; a single file may be larger. */
const PAGE_BYTES = 8 * MEGABYTE;

type OpenFile = Awaited<ReturnType<ListedFile["handle"]["getFile"]>>;

/** Shared by the delivery of all files of one page. */
interface DeliverFilesDeps {
  readonly context: ConnectorContext;
  readonly listing: FolderListing;
  /** Former ids that files of this page have already replaced. */
  readonly movedFrom: Set<string>;
}

/** Delivers files in order until a page's worth of bytes is read. */
export async function deliverFiles(
  { items, known, listing }: Batch<FolderListing>,
  context: ConnectorContext,
  signal: AbortSignal,
): Promise<BatchResult> {
  const deps: DeliverFilesDeps = { context, listing, movedFrom: new Set() };
  const deliveries: Delivery[] = [];
  let bytes = 0;
  let taken = 0;
  // Opening a file is a round trip to the browser process, so the files of a page are opened concurrently.
  for (const opened of await Promise.all(items.map((item) => openFile(item, known.get(item.id), deps)))) {
    signal.throwIfAborted();
    if (opened && "file" in opened) {
      if (bytes > 0 && bytes + opened.file.size > PAGE_BYTES) break;
      bytes += opened.file.size;
    }
    const delivery = opened && ("file" in opened ? await readFile(opened, deps) : opened);
    if (delivery) deliveries.push(delivery);
    taken += 1;
  }
  return { taken, deliveries };
}

interface OpenedFile {
  readonly item: ListedFile;
  readonly file: OpenFile;
  readonly version: string;
  readonly known: KnownItem | undefined;
}

/** A file to be read, a delivery that needs no reading, or undefined when nothing changed. */
async function openFile(
  item: ListedFile | ListedProblem,
  known: KnownItem | undefined,
  deps: DeliverFilesDeps,
): Promise<OpenedFile | Delivery | undefined> {
  if (!("handle" in item)) return toFailure(item.id, { ...item, version: item.outcome, known, deps });
  const noText = getNoTextReason(item.handle.name);
  if (noText)
    return toFailure(item.id, { outcome: "skipped", version: "no text", reason: noText, known, deps });
  let file: OpenFile;
  try {
    file = await item.handle.getFile();
  } catch (error) {
    return toUnreadableFailure(item.id, error, { known, deps });
  }
  const version = `${file.lastModified}:${file.size}`;
  if (known?.version === version) return undefined;
  if (file.size > MAX_FILE_BYTES) {
    const reason = `The file is ${megabytes(file.size)}; Atlas reads files up to ${megabytes(MAX_FILE_BYTES)}`;
    return toFailure(item.id, { outcome: "skipped", version, reason, known, deps });
  }
  return { item, file, version, known };
}

/** Compares the content with the ledger: new, touched, or moved from another path. */
async function readFile(
  { item, file, version, known }: OpenedFile,
  deps: DeliverFilesDeps,
): Promise<Delivery | undefined> {
  const { id } = item;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return toUnreadableFailure(id, error, { known, deps });
  }
  const contentHash = await sha256Hex(bytes);
  if (known?.contentHash === contentHash) return { kind: "touched", item: { id, version } };
  const { id: sourceId, label } = deps.context.source;
  const { lastModified } = file;
  const document = toDocument({ id, sourceId, label, version, contentHash, lastModified, bytes });
  const movedFrom = known ? undefined : await findFormerId(contentHash, deps);
  return movedFrom === undefined ? { kind: "document", document } : { kind: "document", document, movedFrom };
}

/** An id with this content whose file is certainly gone: the file was moved or renamed. */
async function findFormerId(contentHash: string, deps: DeliverFilesDeps): Promise<string | undefined> {
  const candidates = await deps.context.withHash(contentHash);
  const former = candidates.find((id) => !deps.listing.mayExist(id) && !deps.movedFrom.has(id));
  if (former !== undefined) deps.movedFrom.add(former);
  return former;
}

interface ItemDeps {
  readonly known: KnownItem | undefined;
  readonly deps: DeliverFilesDeps;
}

/** A file that cannot be read is a failure; a folder that is gone ends the pull. */
async function toUnreadableFailure(
  id: string,
  error: unknown,
  { known, deps }: ItemDeps,
): Promise<Delivery | undefined> {
  await assertRootReadable(deps.listing.root, deps.context.source.label);
  const vanished = error instanceof Error && error.name === "NotFoundError";
  const reason = vanished
    ? "The file vanished while it was being read"
    : "The file cannot be read; another program may be using it, or the system refuses access";
  // No file has this version, so the next pass tries again.
  return toFailure(id, { outcome: "failed", version: "unread", reason, known, deps });
}

/** A ledger row with the reason, unless the ledger already has it. */
function toFailure(
  id: string,
  options: ItemDeps & { outcome: "skipped" | "failed"; version: string; reason: string },
): Delivery | undefined {
  const { outcome, version, reason, known, deps } = options;
  if (known?.version === version) return undefined;
  const code = outcome === "skipped" ? "skip-item" : "read-item";
  const url = fileUrl(deps.context.source.id, id);
  return { kind: "failure", failure: { id, title: fileNameOf(id), url, version, outcome, code, reason } };
}

/** Rounds up, so that a size just over a limit is not shown as the limit. */
function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / MEGABYTE).toLocaleString("en")} MB`;
}
