import type { Fetch } from "../../ports/fetch";
import type { ModelFailure } from "../../ports/model-worker";
import type { ModelFiles, OnnxFile, OnnxModel } from "../../ports/transformers-js";

/** A private repository answers 401 without a sign-in. */
const MISSING_STATUSES: ReadonlySet<number> = new Set([401, 403, 404, 410]);

export interface FetchFilesOptions {
  readonly files: ModelFiles;
  readonly fetch: Fetch;
  /** Of all files together, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal: AbortSignal;
}

/** The address of a model file, and its key in the cache. */
export function fileUrl({ repository, revision }: OnnxModel, path: string): string {
  return `https://huggingface.co/${repository}/resolve/${revision}/${path}`;
}

/**
 * Downloads the missing files, one after the other. Complete files are never downloaded again, and nothing of an
 * interrupted one is kept. Undefined when all are there. Rejects when `signal` aborts.
 */
export async function fetchModelFiles(
  model: OnnxModel,
  { files, fetch, onProgress = () => {}, signal }: FetchFilesOptions,
): Promise<ModelFailure | undefined> {
  const total = model.files.reduce((sum, { bytes }) => sum + bytes, 0);
  let before = 0;
  for (const file of model.files) {
    const url = fileUrl(model, file.path);
    if ((await files.read(url)) === undefined) {
      const onShare = (share: number) => onProgress((before + share * file.bytes) / total);
      const failure = await fetchFile(url, { file, files, fetch, onShare, signal });
      if (failure !== undefined) return failure;
    }
    before += file.bytes;
    onProgress(before / total);
  }
  return undefined;
}

interface FetchFileOptions extends Omit<FetchFilesOptions, "onProgress"> {
  readonly file: OnnxFile;
  readonly onShare: (share: number) => void;
}

async function fetchFile(
  url: string,
  { file, files, onShare, signal, ...web }: FetchFileOptions,
): Promise<ModelFailure | undefined> {
  try {
    // The browser's HTTP cache need not keep it as well.
    const response = await web.fetch(url, { signal, credentials: "omit", cache: "no-store" });
    if (!response.ok || !response.body) return MISSING_STATUSES.has(response.status) ? "missing" : "network";
    const counted = response.body.pipeThrough(countBytes(sizeOf(response) ?? file.bytes, onShare));
    await files.write(
      url,
      new Response(counted, { headers: { "content-type": "application/octet-stream" } }),
    );
    return undefined;
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof Error && error.name === "QuotaExceededError" ? "disk-full" : "network";
  }
}

function sizeOf({ headers }: Response): number | undefined {
  const length = Number(headers.get("content-length"));
  return length > 0 ? length : undefined;
}

/** A compressed body has more bytes than its declared length: the share stops at 1. */
function countBytes(
  expected: number,
  onShare: (share: number) => void,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let received = 0;
  return new TransformStream({
    transform: (bytes, controller) => {
      received += bytes.byteLength;
      onShare(Math.min(1, received / expected));
      controller.enqueue(bytes);
    },
  });
}
