import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const FILE_CEILING = 300;

/** What every stage may import. */
const BASE = ["engine/model", "engine/errors", "engine/ports", "engine/util"];

/**
 * The allowed edges between rooms. `values`: imports of any kind; `types`: type-only imports, of contract
 * files of earlier stages. Change the table and the edge in one commit.
 */
const ALLOWED: Record<string, { values: string[]; types?: string[] }> = {
  "engine/model": { values: [], types: ["engine/errors"] },
  "engine/errors": { values: [] },
  "engine/contract": { values: [], types: ["engine/model", "engine/errors"] },
  "engine/ports": { values: ["engine/model"] },
  "engine/util": { values: ["engine/model", "engine/ports", "engine/errors"] },
  "engine/store": { values: BASE, types: ["engine/contract"] },
  "engine/connectors": { values: BASE },
  "engine/vault": { values: BASE },
  "engine/auth": { values: BASE, types: ["engine/contract", "engine/connectors"] },
  "engine/service": {
    values: BASE,
    types: ["engine/contract", "engine/connectors", "engine/vault", "engine/auth"],
  },
  "engine/sync": {
    values: [...BASE, "engine/service"],
    types: ["engine/contract", "engine/store", "engine/connectors", "engine/vault", "engine/auth"],
  },
  "engine/convert": { values: BASE },
  "engine/chunk": { values: BASE },
  "engine/embed": { values: BASE },
  "engine/search-index": {
    values: [...BASE, "engine/language"],
    types: ["engine/contract", "engine/store"],
  },
  "engine/indexing": {
    values: BASE,
    types: ["engine/store", "engine/convert", "engine/chunk", "engine/embed", "engine/search-index"],
  },
  "engine/retrieve": { values: BASE, types: ["engine/store", "engine/embed", "engine/search-index"] },
  "engine/llm": { values: [...BASE, "assets/model-prices.json"], types: ["engine/contract"] },
  "engine/language": { values: BASE },
  "engine/understand": {
    values: [...BASE, "engine/language"],
    types: ["engine/contract", "engine/embed", "engine/retrieve", "engine/llm"],
  },
  "engine/answer": {
    values: [...BASE, "engine/language"],
    types: ["engine/contract", "engine/embed", "engine/retrieve", "engine/llm"],
  },
  "engine/live": {
    values: BASE,
    types: ["engine/convert", "engine/chunk", "engine/embed", "engine/retrieve"],
  },
  "engine/chat": { values: BASE, types: ["engine/contract", "engine/language"] },
  "engine/focus": {
    values: BASE,
    types: [
      "engine/contract",
      "engine/convert",
      "engine/chunk",
      "engine/embed",
      "engine/search-index",
      "engine/retrieve",
    ],
  },
  "extension/ui": { values: [] },
  "extension/messaging": { values: ["engine/errors", "extension/platform"], types: ["engine"] },
  "extension/platform": { values: ["engine/errors"], types: ["engine/ports", "engine/model"] },
  "extension/access": { values: ["extension/messaging", "extension/platform"], types: ["engine"] },
  "extension/features": {
    values: [
      "engine/errors",
      "engine/chat",
      "extension/access",
      "extension/ui",
      "extension/messaging",
      "extension/platform",
    ],
    types: ["engine"],
  },
  // A program of its own: it shares a table of prices with the engine, and no code.
  "companion-server/src": { values: ["assets/model-prices.json", "companion-server/package.json"] },
};

/** The only files that bring several stages together. */
const ASSEMBLIES = ["engine/create-ingest.ts", "engine/create-search.ts", "engine/create-asking.ts"];

/** Ambient names the engine gets through ports instead. */
const BANNED_IN_ENGINE = [
  /\bchrome\./,
  /\bDate\.now\(/,
  /(?<![.\w])fetch\(/,
  /\bdocument\.(querySelector|createElement|body)/,
  /\blocalStorage\b/,
];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = ["engine", "extension", "companion-server/src"].flatMap((folder) =>
  sources(join(ROOT, folder)),
);
const product = files.filter((file) => !isTooling(file));
const imports = product.flatMap(importsOf);

test("every import follows the table of allowed edges", () => {
  const wrong = imports.filter((edge) => !isAllowed(edge)).map(describeEdge);
  expect(wrong).toEqual([]);
});

test("features never import each other", () => {
  const feature = (path: string) => /^extension\/features\/([^/]+)\//.exec(path)?.[1];
  const wrong = imports.filter(({ file, target }) => {
    const [from, to] = [feature(file), feature(target)];
    return from !== undefined && to !== undefined && from !== to;
  });
  expect(wrong.map(describeEdge)).toEqual([]);
});

test("there are no import cycles", () => {
  expect(cycle(imports.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
});

test("only extension/platform touches chrome", () => {
  const wrong = product.filter(
    (file) =>
      !file.startsWith("extension/platform/") && /\bchrome\.(?!runtime\.(Port|Connect))/.test(code(file)),
  );
  expect(wrong).toEqual([]);
});

test("the engine names nothing ambient", () => {
  const wrong = product
    .filter((file) => file.startsWith("engine/") && !isCommand(file))
    .flatMap((file) =>
      BANNED_IN_ENGINE.filter((banned) => banned.test(code(file))).map((banned) => `${file}: ${banned}`),
    );
  expect(wrong).toEqual([]);
});

test("only the store imports Dexie", () => {
  const wrong = product.filter(
    (file) => /from "dexie"/.test(code(file)) && !file.startsWith("engine/store/"),
  );
  expect(wrong).toEqual([]);
});

test("no file is longer than 300 lines", () => {
  const long = files
    .map((file) => ({ file, lines: read(file).split("\n").length - 1 }))
    .filter(({ lines }) => lines > FILE_CEILING);
  expect(long).toEqual([]);
});

function isAllowed({ file, target, typeOnly }: Import): boolean {
  if (ASSEMBLIES.includes(file) || isCommand(file)) return true;
  const from = room(file);
  const to = room(target);
  if (from === to) return true;
  const allowed = ALLOWED[from];
  // Rooms without a row are contexts of the extension: entry files that wire.
  if (!allowed) return from.startsWith("extension/");
  if (allowed.values.includes(to)) return true;
  return typeOnly && (allowed.types ?? []).some((prefix) => to === prefix || to.startsWith(`${prefix}/`));
}

/** Benchmarks and evaluations run the whole engine; they are commands, not part of it. */
function isCommand(file: string): boolean {
  return /^engine\/(bench|evaluation|soak)\//.test(file);
}

function isTooling(file: string): boolean {
  return (
    /\.test\.tsx?$/.test(file) ||
    /^(engine|extension)\/(.+\/)?testing\//.test(file) ||
    /^extension\/(e2e|scripts)\//.test(file) ||
    /\/assembly\//.test(file)
  );
}

function room(path: string): string {
  return path.split("/").slice(0, 2).join("/");
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return ["fixtures", "node_modules"].includes(name) ? [] : sources(path);
    return /\.tsx?$/.test(name) ? [relative(ROOT, path)] : [];
  });
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

/** The file without comments. */
function code(file: string): string {
  return read(file).replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
}

function importsOf(file: string): Import[] {
  const found = code(file).matchAll(
    /(import|export)\s+(type\s)?[^;"]*?from\s+"(\.[^"]+)"|import\("(\.[^"]+)"\)/g,
  );
  return [...found].map((match) => ({
    file,
    target: relative(ROOT, resolve(ROOT, dirname(file), match[3] ?? match[4] ?? "")),
    typeOnly: match[2] !== undefined,
  }));
}

function describeEdge({ file, target, typeOnly }: Import): string {
  return `${file} → ${target}${typeOnly ? " (type)" : ""}`;
}

/** The files of one import cycle, or an empty list. */
function cycle(edges: readonly Import[]): string[] {
  const next = new Map<string, Import[]>();
  for (const edge of edges) {
    const from = edge.file.replace(/\.tsx?$/, "");
    next.set(from, [...(next.get(from) ?? []), edge]);
  }
  const state = new Map<string, "open" | "done">();
  const path: string[] = [];
  const visit = (file: string): string[] => {
    if (state.get(file) === "done") return [];
    if (state.get(file) === "open") return path.slice(path.indexOf(file));
    state.set(file, "open");
    path.push(file);
    for (const { target } of next.get(file) ?? []) {
      const found = visit(target);
      if (found.length > 0) return found;
    }
    path.pop();
    state.set(file, "done");
    return [];
  };
  for (const file of next.keys()) {
    const found = visit(file);
    if (found.length > 0) return found;
  }
  return [];
}
