import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { connectors } from "./connectors/registry";

/**
 * The cost of the recipes in ARCHITECTURE.md, measured for everything that exists: the files outside its own folder
 * that name it are the files to change when another one is added.
 */

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** Tests, fakes and scripts use sources and models as examples. They need no change when one is added. */
const TOOLING = [
  /\.test\.tsx?$/,
  /(^|\/)(testing|fixtures|assembly)\//,
  /^engine\/(bench|evaluation|soak)\//,
  /^extension\/(e2e|scripts)\//,
];

const files = ["engine", "extension", "companion-server/src"].flatMap(listFiles);
const code = new Map(files.map((file) => [file, readCode(file)]));
const declarations = connectors.map(({ declaration }) => declaration);

describe("ARCHITECTURE.md lists every file a browser source requires", () => {
  test.each(declarations.filter(({ addedBy }) => addedBy === "switch"))("$id", ({ id }) => {
    const folder = `engine/connectors/${id}/`;
    const browserPorts = importsOf("engine/ports/browser-ports.ts");
    const ports = importsOfFolder(folder).filter((file) => browserPorts.includes(file));
    expect(ports).toHaveLength(1);
    // Features may use a port's types and its implementation. They do not bind it.
    const isBinding = (file: string) => /^engine\/ports\/|^extension\/platform\//.test(file);
    const implementations = ports.flatMap(importersOf).filter(isBinding);
    const portFiles = [
      ...ports,
      ...implementations,
      ...implementations.flatMap(importersOf).filter(isBinding),
    ];
    const outside = [...filesNaming(id, folder), ...portFiles].filter((file) => !file.startsWith(folder));
    expectNamed(outside, "A browser source");
  });
});

describe("ARCHITECTURE.md lists every file a connected source requires", () => {
  test.each(declarations.filter(({ service }) => service !== undefined))("$id", ({ id }) => {
    expectNamed(filesNaming(id, `engine/connectors/${id}/`), "A connected source");
  });
});

describe("ARCHITECTURE.md lists every file a message requires", () => {
  // Names of one word also occur with other meanings. Names of several words are representative.
  const names = [
    ...textOf("extension/messaging/protocol.ts").matchAll(/^ {2}"([a-z]+(?:-[a-z]+)+)": \{/gm),
  ].map(([, name = ""]) => name);

  test("the protocol's messages are found", () => {
    expect(names.length).toBeGreaterThan(20);
  });

  test.each(names)("%s", (name) => {
    // A caller passes a message's name as an argument. The protocol and a table of handlers have it as a key.
    const key = new RegExp(`^\\s*"${name}":`, "m");
    const binding = files.filter((file) => file.startsWith("extension/") && key.test(textOf(file)));
    expectNamed(binding, "A message");
    expect(binding).toHaveLength(2);
  });
});

describe("ARCHITECTURE.md lists every file a file format requires", () => {
  const KINDS = "engine/convert/detect/content-kind.ts";
  const kinds = /BINARY_KINDS = \[([^\]]+)\]/.exec(textOf(KINDS))?.[1]?.match(/\w+/g) ?? [];

  test.each(kinds)("%s", (kind) => {
    const outside = files.filter(
      (file) => file.startsWith("engine/convert/") && textOf(file).includes(`"${kind}"`),
    );
    expect(outside).toContain(KINDS);
    expectNamed(outside, "A file format");
  });
});

describe("ARCHITECTURE.md lists every file a model provider requires", () => {
  const providers = readdirSync(join(ROOT, "engine/llm")).filter((name) =>
    files.includes(`engine/llm/${name}/create-${name}-provider.ts`),
  );

  test("the known providers are found", () => {
    expect(providers).toEqual(expect.arrayContaining(["openai-compatible", "prompt-api", "web-llm"]));
  });

  // The provider for servers is a part of every assembly. Another provider is added beside it.
  test.each(providers.filter((name) => name !== "openai-compatible"))("%s", (name) => {
    const folder = `engine/llm/${name}/`;
    const outside = files.filter((file) => !file.startsWith(folder) && importsFrom(file, folder));
    expect(outside.length).toBeGreaterThan(0);
    expectNamed(outside, "A model provider");
  });
});

/** Fails for a file that is not in the last column of the recipe. */
function expectNamed(measured: readonly string[], recipe: string): void {
  const row = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8")
    .split("\n")
    .find((line) => line.startsWith(`| **${recipe}** |`));
  const named = [...(row?.split(" | ").at(-1) ?? "").matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThan(0);
  const patterns = named.map(toPattern);
  const unnamed = [...new Set(measured)].filter((file) => !patterns.some((pattern) => pattern.test(file)));
  expect(unnamed).toEqual([]);
}

/** `*` stands for one name, `**` for a path. */
function toPattern(path: string): RegExp {
  const parts = path.split(/(\*\*?)/).map((part) => {
    if (part === "**") return "[\\w/-]+";
    return part === "*" ? "[\\w-]+" : part.replaceAll(".", "\\.");
  });
  return new RegExp(`^${parts.join("")}$`);
}

/** Files outside the folder that contain this id as a string or import a file of the folder. */
function filesNaming(id: string, folder: string): readonly string[] {
  // Names of icons and kinds of sources also occur with other meanings.
  const literal = new RegExp(`(?<!\\b(?:icon|addedBy|name|container)\\b.{0,12})["'\`]${id}["'\`]`);
  return files.filter(
    (file) => !file.startsWith(folder) && (literal.test(textOf(file)) || importsFrom(file, folder)),
  );
}

function importersOf(file: string): readonly string[] {
  return files.filter((other) => importsOf(other).includes(file));
}

function importsFrom(file: string, folder: string): boolean {
  return importsOf(file).some((target) => target.startsWith(folder));
}

function importsOfFolder(folder: string): readonly string[] {
  return [...new Set(files.filter((file) => file.startsWith(folder)).flatMap(importsOf))];
}

/** Files of this repository that a file imports. */
function importsOf(file: string): readonly string[] {
  const specifiers = textOf(file).matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g);
  return [...specifiers].map(([, specifier = ""]) => toFile(join(file, "..", specifier)));
}

/** The file of an import path. Other paths (data, styles) are returned unchanged. */
function toFile(path: string): string {
  return [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((file) => code.has(file)) ?? path;
}

function textOf(file: string): string {
  return code.get(file) ?? "";
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && !TOOLING.some((pattern) => pattern.test(file)));
}

/** The file without comments. */
function readCode(file: string): string {
  return readFileSync(join(ROOT, file), "utf8").replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
}
