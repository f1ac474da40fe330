import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { ConnectorDeclaration } from "./connector";
import { connectors } from "./registry";

const HERE = fileURLToPath(new URL("./", import.meta.url));

/** Files that every connected source has. */
const CONNECTED_FILES = [
  "index.ts",
  "client.ts",
  "schema.ts",
  "to-document.ts",
  "service.ts",
  "README.md",
  "index.test.ts",
];
/** Files that every browser source has. The ports take the place of a client. */
const BROWSER_FILES = ["index.ts", "to-document.ts", "README.md", "index.test.ts"];

const folders = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "shared")
  .map(({ name }) => name);
const declarations = connectors.map(({ declaration }) => declaration);
const connected = declarations.filter(({ service }) => service !== undefined);
const browser = declarations.filter(({ service }) => service === undefined);

test("every folder but shared is a source of the registry, named by its id", () => {
  expect(declarations.map(({ id }) => id).sort()).toEqual(folders.sort());
});

test.each(declarations)("$id: index.ts exports the definition and nothing else", ({ id }) => {
  const exported = read(id, "index.ts").match(/^export .*/gm) ?? [];
  expect(exported).toEqual([expect.stringMatching(/^export const \w+: ConnectorDefinition = \{$/)]);
});

test.each(declarations)("$id imports no other source", ({ id }) => {
  const outside = product(id).flatMap((file) =>
    importsOf(join(id, file)).filter((target) => {
      const [room = ""] = target.split("/");
      return folders.includes(room) && room !== id;
    }),
  );
  expect(outside).toEqual([]);
});

test("shared imports no source", () => {
  const outside = product("shared").flatMap((file) =>
    importsOf(join("shared", file)).filter((target) => folders.includes(target.split("/")[0] ?? "")),
  );
  expect(outside).toEqual([]);
});

describe("a connected source", () => {
  test.each(connected)("$id has the files of its kind", ({ id }) => {
    expect(readdirSync(join(HERE, id))).toEqual(expect.arrayContaining(CONNECTED_FILES));
    const connectorFiles = readdirSync(join(HERE, id)).filter((name) =>
      /^create-.+-connector\.ts$/.test(name),
    );
    expect(connectorFiles).toHaveLength(1);
  });

  test.each(connected)(
    "$id has a stateful fake of its vendor and runs the shared suite against it",
    ({ id }) => {
      expect(readdirSync(join(HERE, id, "testing"))).toContainEqual(expect.stringMatching(/^fake-.+\.ts$/));
      expect(read(id, "index.test.ts")).toMatch(/\btestService\(/);
    },
  );

  test.each(connected)("$id declares its service in service.ts", ({ id }) => {
    const service = read(id, "service.ts");
    expect(service).toMatch(/^export const serviceDeclaration: ServiceDeclaration =/m);
    expect(service).toMatch(/^export const serviceBehaviour: ServiceBehaviour =/m);
  });

  test.each(connected)("$id sends requests from its client only", ({ id }) => {
    const clients = [
      "client.ts",
      ...importsOf(join(id, "client.ts")).map((path) => relative(id, `${path}.ts`)),
    ];
    const senders = product(id).filter((file) => /\bapi\(|\bfetch\(/.test(read(id, file)));
    expect(clients).toEqual(expect.arrayContaining(senders));
  });
});

describe("a browser source", () => {
  test.each(browser)("$id has the files of its kind", ({ id }) => {
    expect(readdirSync(join(HERE, id))).toEqual(expect.arrayContaining(BROWSER_FILES));
  });

  // Documents of a built-in source are delivered to the store instead of pulled.
  test.each(browser.filter(isPulled))("$id runs the shared suite", ({ id }) => {
    expect(read(id, "index.test.ts")).toMatch(/\btestConnector\(/);
  });
});

function isPulled({ addedBy }: ConnectorDeclaration): boolean {
  return addedBy !== "built-in";
}

function read(id: string, file: string): string {
  return readFileSync(join(HERE, id, file), "utf8");
}

/** The production files of a folder, by their paths in it. */
function product(folder: string): readonly string[] {
  return readdirSync(join(HERE, folder), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.includes("testing/"),
  );
}

/** The files of engine/connectors that a file imports or re-exports, as paths in it without an extension. */
function importsOf(file: string): readonly string[] {
  const specifiers = [...read(".", file).matchAll(/ from "(\.[^"]+)"/g)].map(
    ([, specifier = ""]) => specifier,
  );
  return specifiers
    .map((specifier) => relative(HERE, resolve(HERE, dirname(file), specifier)))
    .filter((path) => !path.startsWith(".."));
}
