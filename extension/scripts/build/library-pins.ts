import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** SHA-256 in hex by file name. What is not in it is neither fetched nor packaged. */
export type Pins = Readonly<Record<string, string>>;

export interface Library {
  readonly file: string;
  readonly url: string;
}

export interface FetchLibrariesOptions {
  /** Where libraries lie between fetching and packaging. */
  readonly folder: string;
  readonly pins: Pins;
  readonly fetch: (url: string) => Promise<Response>;
  readonly onFetched?: (file: string) => void;
}

/** The libraries in the folder that are what the pins say; others count as missing. */
export async function verifiedLibraries(folder: string, pins: Pins): Promise<ReadonlySet<string>> {
  const checked = await Promise.all(
    Object.entries(pins).map(async ([file, pin]) =>
      (await hashFile(join(folder, file))) === pin ? file : undefined,
    ),
  );
  return new Set(checked.filter((file) => file !== undefined));
}

/** Fetches what is missing. Rejects, keeping nothing of it, when a library is not the one that was pinned. */
export async function fetchLibraries(libraries: readonly Library[], options: FetchLibrariesOptions): Promise<void> {
  const { folder, pins, fetch, onFetched = () => {} } = options;
  const present = await verifiedLibraries(folder, pins);
  await mkdir(folder, { recursive: true });
  for (const { file, url } of libraries) {
    if (present.has(file)) continue;
    const pin = pins[file];
    if (pin === undefined) throw new Error(`Cannot fetch ${file}: no checksum is pinned for it`);
    const bytes = await download(url, fetch);
    if (sha256(bytes) !== pin) throw new Error(`Cannot use ${file}: its checksum is not the pinned one`);
    await writeFile(join(folder, file), bytes);
    onFetched(file);
  }
}

/** Checksums of what the addresses give now, to be looked over before they are committed. */
export async function computePins(libraries: readonly Library[], fetch: FetchLibrariesOptions["fetch"]): Promise<Pins> {
  const pins: Record<string, string> = {};
  for (const { file, url } of libraries) pins[file] = sha256(await download(url, fetch));
  return pins;
}

async function download(url: string, fetch: FetchLibrariesOptions["fetch"]): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Cannot fetch ${url}: status is ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function hashFile(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && sha256(bytes);
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
