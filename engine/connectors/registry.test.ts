import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ICON_PATHS } from "../../extension/ui/icons/icon-paths";
import { connectors } from "./registry";

const HERE = new URL("./", import.meta.url);

const ids = connectors.map(({ declaration }) => declaration.id);

test("every folder with an index.ts is in the registry, and nothing else is", () => {
  const folders = readdirSync(HERE, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/index.ts`, HERE)))
    .map(({ name }) => name);
  expect([...ids].sort()).toEqual(folders.sort());
});

test("a source is one import and one entry of the registry", () => {
  const lines = readFileSync(new URL("registry.ts", HERE), "utf8").split("\n");
  for (const id of ids) {
    const name = /import { (\w+) }/.exec(lines.find((line) => line.endsWith(`"./${id}";`)) ?? "")?.[1];
    expect(lines.filter((line) => line.includes(`${name}`) && !line.startsWith("import"))).toHaveLength(1);
  }
});

test.each(connectors)(
  "connector $declaration.id describes itself for the options page",
  ({ declaration, service }) => {
    const { name, description, icon, settings } = declaration;
    expect(service !== undefined).toBe(declaration.service !== undefined);
    expect(declaration.service !== undefined).toBe(declaration.addedBy === "sign-in");
    expect(name).toMatch(/^[A-Z]/);
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(Object.keys(ICON_PATHS)).toContain(icon);
    for (const { label, help = "", kind, initial } of settings) {
      expect(label).toMatch(/^[A-Z].*[^.]$/);
      expect(help).toMatch(/^[A-Z].*\.$/);
      expect(kind === "boolean" || kind === "number" ? kind : "string").toBe(typeof initial);
    }
  },
);

test.each(connectors)("connector $declaration.id has a README and a test", ({ declaration }) => {
  const names = readdirSync(new URL(`${declaration.id}/`, HERE));
  expect(names).toEqual(expect.arrayContaining(["README.md", "to-document.ts"]));
  expect(names.some((name) => name.endsWith(".test.ts"))).toBe(true);
});
