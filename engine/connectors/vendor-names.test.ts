import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { connectors } from "./registry";

/** Companies whose products are sources under other names. */
const COMPANIES = ["Atlassian", "Google", "Microsoft"];

const vendors = [
  ...COMPANIES,
  ...connectors.flatMap(({ declaration }) => (declaration.service ? [declaration.name] : [])),
];

test.each(["auth", "service", "sync", "vault"])("engine/%s names no vendor", (room) => {
  const root = new URL(`../${room}/`, import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.(ts|md)$/.test(file) && !file.endsWith(".test.ts") && !file.includes("testing/"),
  );
  expect(files.length).toBeGreaterThan(0);
  const found = files.flatMap((file) => {
    const text = readFileSync(new URL(file, root), "utf8").toLowerCase();
    return vendors
      .filter((vendor) => text.includes(vendor.toLowerCase()))
      .map((vendor) => `${file}: ${vendor}`);
  });
  expect(found).toEqual([]);
});
