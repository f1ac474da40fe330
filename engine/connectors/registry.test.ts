import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ICON_PATHS } from "../../extension/ui/icons/icon-paths";
import { connectors } from "./registry";

const HERE = new URL("./", import.meta.url);

const ids = connectors.map(({ declaration }) => declaration.id);

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
    const { name, description, icon, settings, reads, notRead } = declaration;
    for (const phrases of [reads, notRead]) expect(phrases.length).toBeGreaterThan(0);
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
