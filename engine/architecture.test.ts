import { expect, test } from "vitest";
import { findCycles } from "./testing/architecture/find-cycles";
import {
  formatImport,
  type Import,
  listFiles,
  readCode,
  readImports,
  readSource,
} from "./testing/architecture/read-imports";
import { ROOMS } from "./testing/architecture/rooms";

const MAX_LINES = 300;

/** The only files that bring several stages together. */
const ASSEMBLIES = ["engine/create-ingest.ts", "engine/create-search.ts", "engine/create-asking.ts"];

/** What the compiler does not refuse: the ambient names that `engine/tsconfig.json` leaves in, but for one file. */
const BANNED_IN_ENGINE = [
  /\bMath\.random\b/,
  /\bDate\.now\(/,
  /\bnew Date\(\)/,
  /\.toLocale\w*\((?:undefined)?\)/,
];

const files = listFiles();
const product = files.filter((file) => !isTooling(file));
const allImports = files.flatMap(readImports);
const imports = allImports.filter(({ file }) => !isTooling(file));

test("every import follows the table of allowed edges", () => {
  expect(imports.filter((edge) => !isAllowed(edge)).map(formatImport)).toEqual([]);
});

test("rooms import only what other rooms show", () => {
  const hidden = imports.filter(
    (edge) => getRoom(edge.file) !== getRoom(edge.target) && !isCommand(edge.file) && !isPublic(edge.target),
  );
  expect(hidden.map(formatImport)).toEqual([]);
});

test("rooms show only what another room imports", () => {
  const used = new Set(
    imports.filter(({ file, target }) => getRoom(file) !== getRoom(target)).map(({ target }) => target),
  );
  const shown = files.filter((file) => isListed(file) && !used.has(file));
  expect(shown).toEqual([]);
});

test("features never import each other", () => {
  const feature = (path: string) => /^extension\/features\/([^/]+)\//.exec(path)?.[1];
  const wrong = imports.filter(({ file, target }) => {
    const [from, to] = [feature(file), feature(target)];
    return from !== undefined && to !== undefined && from !== to;
  });
  expect(wrong.map(formatImport)).toEqual([]);
});

test("there are no import cycles, of types neither, in the product and its tests", () => {
  expect(findCycles(allImports)).toEqual([]);
});

test("only extension/platform touches chrome", () => {
  const wrong = product.filter(
    (file) =>
      !file.startsWith("extension/platform/") && /\bchrome\.(?!runtime\.(Port|Connect))/.test(readCode(file)),
  );
  expect(wrong).toEqual([]);
});

test("the engine reads no clock, no chance and no default locale", () => {
  const wrong = product
    .filter((file) => file.startsWith("engine/") && !isCommand(file))
    .flatMap((file) =>
      BANNED_IN_ENGINE.filter((banned) => banned.test(readCode(file))).map((banned) => `${file}: ${banned}`),
    );
  expect(wrong).toEqual([]);
});

test("the engine is compiled without DOM, chrome and Node", () => {
  const { compilerOptions } = JSON.parse(readSource("engine/tsconfig.json"));
  expect(compilerOptions).toMatchObject({ lib: ["ES2023"], types: [], typeRoots: ["./ambient/types"] });
});

test("only the store imports Dexie", () => {
  const wrong = product.filter(
    (file) => /from "dexie"/.test(readCode(file)) && !file.startsWith("engine/store/"),
  );
  expect(wrong).toEqual([]);
});

test("no file is longer than 300 lines", () => {
  const long = files
    .map((file) => ({ file, lines: readSource(file).split("\n").length - 1 }))
    .filter(({ lines }) => lines > MAX_LINES);
  expect(long).toEqual([]);
});

function isAllowed({ file, target, typeOnly }: Import): boolean {
  if (ASSEMBLIES.includes(file) || isCommand(file)) return true;
  const from = getRoom(file);
  const to = getRoom(target);
  if (from === to) return true;
  const room = ROOMS[from];
  // Rooms without a row are contexts of the extension: entry files that wire.
  if (!room) return from.startsWith("extension/");
  if (room.values.includes(to)) return true;
  return typeOnly && (room.types ?? []).some((prefix) => to === prefix || to.startsWith(`${prefix}/`));
}

function isPublic(file: string): boolean {
  const room = ROOMS[getRoom(file)];
  return !room || room.public === "*" || isListed(file);
}

function isListed(file: string): boolean {
  const name = getRoom(file);
  const shown = ROOMS[name]?.public ?? [];
  return shown !== "*" && shown.includes(file.slice(name.length + 1).replace(/(\.d)?\.tsx?$/, ""));
}

/** Benchmarks, evaluations and the compilers of the kernel are commands that run in Node, not part of the engine. */
function isCommand(file: string): boolean {
  return /^engine\/(bench|evaluation|soak)\/|^engine\/search-index\/kernel\/compile-/.test(file);
}

function isTooling(file: string): boolean {
  return (
    /\.test\.tsx?$/.test(file) ||
    /^(engine|extension)\/(.+\/)?testing\//.test(file) ||
    /^companion-server\/testing\//.test(file) ||
    /^extension\/(e2e|scripts)\//.test(file) ||
    /\/assembly\//.test(file)
  );
}

function getRoom(path: string): string {
  return path.split("/").slice(0, 2).join("/");
}
