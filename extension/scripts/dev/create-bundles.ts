import { join, relative } from "node:path";
import { type BuildOptions, context, formatMessages, type Plugin } from "esbuild";
import { WORKER_OPTIONS, WORKERS } from "../build/build-engine";
import { writeOutputs } from "./write-outputs";

/** What has to be loaded anew once a bundle has changed. */
export type BundleKind = "page" | "engine" | "background";

export interface BundleOutcome {
  /** False where the output is what it was before. */
  readonly changed: boolean;
  /** What the compiler says, ready to be printed; nothing is written then. */
  readonly problems: readonly string[];
}

/** A part of Atlas that is bundled by itself, again and again. */
export interface Bundle {
  readonly name: string;
  readonly kind: BundleKind;
  build(): Promise<BundleOutcome>;
  /** Whether a changed file (an absolute path) may change it: it was read, or may be what was missing. */
  reads(path: string): boolean;
  dispose(): Promise<void>;
}

/** Pages that people look at reload when this channel says so. */
export const RELOAD_CHANNEL = "atlas-dev-reload";

const PAGES = {
  sidepanel: "extension/sidepanel/index",
  options: "extension/options/index",
  "tabs/reader": "extension/tabs/reader",
} as const;

const SHARED = {
  bundle: true,
  platform: "browser",
  target: "chrome124",
  jsx: "automatic",
  sourcemap: true,
  sourcesContent: false,
  define: { "process.env.NODE_ENV": '"development"' },
} satisfies BuildOptions;

/**
 * Every script of the extension as a bundle, made from the sources under `root` into `folder`. Pages are bundled by
 * esbuild here, whereas the product's are Parcel's: that takes tenths of a second instead of seconds.
 */
export async function createBundles(root: string, folder: string): Promise<readonly Bundle[]> {
  const begin = (name: string, kind: BundleKind, options: BuildOptions) =>
    createBundle({ name, kind, root, options: { ...SHARED, ...options } });
  const script = (contents: string, outfile: string): BuildOptions => ({
    stdin: { contents, resolveDir: root, loader: "tsx", sourcefile: `dev/${outfile}x` },
    outfile: join(folder, outfile),
    format: "esm",
  });
  return Promise.all([
    begin("pages", "page", {
      entryPoints: Object.entries(PAGES).map(([out, file]) => ({ in: `page:./${file}`, out })),
      outdir: folder,
      format: "esm",
      // What they share is written once, which takes half the time.
      splitting: true,
      chunkNames: "chunks/[hash]",
      plugins: [drawPages(root)],
    }),
    begin("tabs/offscreen", "engine", script('import "./extension/tabs/offscreen";', "tabs/offscreen.js")),
    begin("background", "background", {
      ...script('import "./extension/background/index";', "static/background/index.js"),
      // The manifest names it as a classic script.
      format: "iife",
    }),
    ...Object.entries(WORKERS).map(([name, file]) =>
      begin(`engine/${name}`, "engine", {
        ...WORKER_OPTIONS,
        entryPoints: [{ in: join(root, file), out: name }],
        outdir: join(folder, "engine"),
        // The others are nearly all library, whose maps take longer than everything else together.
        sourcemap: name === "worker",
      }),
    ),
  ]);
}

/** `page:FILE` is a script that draws FILE as Plasmo's own entry does, and reloads when it is told to. */
function drawPages(root: string): Plugin {
  return {
    name: "draw-pages",
    setup: (build) => {
      build.onResolve({ filter: /^page:/ }, ({ path }) => ({ path: path.slice(5), namespace: "page" }));
      build.onLoad({ filter: /.*/, namespace: "page" }, ({ path }) => ({
        contents: `
          import { createRoot } from "react-dom/client";
          import Page from "${path}";
          new BroadcastChannel("${RELOAD_CHANNEL}").onmessage = () => location.reload();
          createRoot(document.getElementById("__plasmo")).render(<Page />);
        `,
        resolveDir: root,
        loader: "tsx",
      }));
    },
  };
}

async function createBundle(parts: {
  readonly name: string;
  readonly kind: BundleKind;
  readonly root: string;
  readonly options: BuildOptions;
}): Promise<Bundle> {
  const { name, kind, root, options } = parts;
  const builder = await context({
    ...options,
    absWorkingDir: root,
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const written = new Map<string, string>();
  let inputs = new Set<string>();
  let failed = true;
  return {
    name,
    kind,
    build: async () => {
      const result = await builder.rebuild().catch((error: unknown) => ({ errors: errorsOf(error) }));
      failed = !("outputFiles" in result);
      if (!("outputFiles" in result)) return { changed: false, problems: await print(result.errors) };
      inputs = new Set(Object.keys(result.metafile?.inputs ?? {}));
      return { changed: await writeOutputs(result.outputFiles ?? [], written), problems: [] };
    },
    reads: (path) => failed || inputs.has(relative(root, path)),
    dispose: () => builder.dispose(),
  };
}

type Messages = Parameters<typeof formatMessages>[0];

/** esbuild rejects with the list of what it found. */
function errorsOf(error: unknown): Messages {
  if (error instanceof Error && "errors" in error) return error.errors as Messages;
  throw error;
}

function print(errors: Messages): Promise<string[]> {
  return formatMessages(errors, { kind: "error", color: process.stderr.isTTY });
}
