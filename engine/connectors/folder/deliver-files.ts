import type { KnownItem } from "../../model/pull-page";
import { sha256Hex } from "../../util/sha256-hex";
import type { ConnectorContext } from "../connector";
import type { Batch, BatchResult } from "../listing/create-listing-connector";
import type { Delivery } from "../listing/delivery";
import { checkRoot } from "./folder-access";
import type { FolderListing, ListedFile, ListedProblem } from "./list-folder";
import { noTextReason } from "./no-text-reason";
import { fileNameOf, fileUrl, toDocument } from "./to-document";

const MEGABYTE = 1024 * 1024;

/** A larger file is never read: its bytes pass through the memory of a service worker. Conversion agrees. */
const MAX_FILE_BYTES = 64 * MEGABYTE;

/** A page ends once this many bytes are read; a single file may be larger. */
const PAGE_BYTES = 8 * MEGABYTE;

type OpenFile = Awaited<ReturnType<ListedFile["handle"]["getFile"]>>;

/** What delivering one page of files shares. */
interface Run {
  readonly context: ConnectorContext;
  readonly listing: FolderListing;
  /** Former ids that a file of this page has already replaced. */
  readonly movedFrom: Set<string>;
}

/** Looks at files in order until a page's worth of bytes is read. */
export async function deliverFiles(
  { items, known, listing }: Batch<FolderListing>,
  context: ConnectorContext,
  signal: AbortSignal,
): Promise<BatchResult> {
  const run: Run = { context, listing, movedFrom: new Set() };
  const deliveries: Delivery[] = [];
  let bytes = 0;
  let taken = 0;
  // Each opening is a round trip to the browser's process, so a page's worth goes at once.
  for (const opened of await Promise.all(items.map((item) => open(item, known.get(item.id), run)))) {
    signal.throwIfAborted();
    if (opened && "file" in opened) {
      if (bytes > 0 && bytes + opened.file.size > PAGE_BYTES) break;
      bytes += opened.file.size;
    }
    const delivery = opened && ("file" in opened ? await read(opened, run) : opened);
    if (delivery) deliveries.push(delivery);
    taken += 1;
  }
  return { taken, deliveries };
}

interface Opened {
  readonly item: ListedFile;
  readonly file: OpenFile;
  readonly version: string;
  readonly known: KnownItem | undefined;
}

/** A file that has to be read, what to say without reading it, or undefined where nothing changed. */
async function open(
  item: ListedFile | ListedProblem,
  known: KnownItem | undefined,
  run: Run,
): Promise<Opened | Delivery | undefined> {
  if (!("handle" in item)) return failure(item.id, { ...item, version: item.outcome, known, run });
  const noText = noTextReason(item.handle.name);
  if (noText) return failure(item.id, { outcome: "skipped", version: "no text", reason: noText, known, run });
  let file: OpenFile;
  try {
    file = await item.handle.getFile();
  } catch (error) {
    return unreadable(item.id, error, { known, run });
  }
  const version = `${file.lastModified}:${file.size}`;
  if (known?.version === version) return undefined;
  if (file.size > MAX_FILE_BYTES) {
    const reason = `The file is ${megabytes(file.size)}; Atlas reads files up to ${megabytes(MAX_FILE_BYTES)}`;
    return failure(item.id, { outcome: "skipped", version, reason, known, run });
  }
  return { item, file, version, known };
}

/** The content, compared with what the ledger knows: new, only touched, or come from elsewhere. */
async function read({ item, file, version, known }: Opened, run: Run): Promise<Delivery | undefined> {
  const { id } = item;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return unreadable(id, error, { known, run });
  }
  const contentHash = await sha256Hex(bytes);
  if (known?.contentHash === contentHash) return { kind: "touched", item: { id, version } };
  const { id: sourceId, label } = run.context.source;
  const { lastModified } = file;
  const document = toDocument({ id, sourceId, label, version, contentHash, lastModified, bytes });
  const movedFrom = known ? undefined : await findFormerId(contentHash, run);
  return movedFrom === undefined ? { kind: "document", document } : { kind: "document", document, movedFrom };
}

/** An id that had this content and is certainly gone: the file was moved or renamed. */
async function findFormerId(contentHash: string, run: Run): Promise<string | undefined> {
  const candidates = await run.context.withHash(contentHash);
  const former = candidates.find((id) => !run.listing.mayExist(id) && !run.movedFrom.has(id));
  if (former !== undefined) run.movedFrom.add(former);
  return former;
}

interface Circumstances {
  readonly known: KnownItem | undefined;
  readonly run: Run;
}

/** One file that cannot be read is a failure; a folder that is gone ends the pull. */
async function unreadable(
  id: string,
  error: unknown,
  { known, run }: Circumstances,
): Promise<Delivery | undefined> {
  await checkRoot(run.listing.root, run.context.source.label);
  const vanished = error instanceof Error && error.name === "NotFoundError";
  const reason = vanished
    ? "The file vanished while it was being read"
    : "The file cannot be read; another program may be using it, or the system refuses access";
  // No file has this version, so the next pass tries again.
  return failure(id, { outcome: "failed", version: "unread", reason, known, run });
}

/** A ledger row that says why, unless the ledger says so already. */
function failure(
  id: string,
  options: Circumstances & { outcome: "skipped" | "failed"; version: string; reason: string },
): Delivery | undefined {
  const { outcome, version, reason, known, run } = options;
  if (known?.version === version) return undefined;
  const code = outcome === "skipped" ? "skip-item" : "read-item";
  const url = fileUrl(run.context.source.id, id);
  return { kind: "failure", failure: { id, title: fileNameOf(id), url, version, outcome, code, reason } };
}

/** Rounded up, so that a file just over the limit does not read as being at it. */
function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / MEGABYTE).toLocaleString("en")} MB`;
}
