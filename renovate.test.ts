import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";

const overrides = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]));
const packageSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  overrides,
});
const renovateSchema = z.object({
  packageRules: z.array(
    z.object({ description: z.string(), matchPackageNames: z.array(z.string()).default([]) }),
  ),
});

const packages = packageSchema.parse(read("package.json"));
const { packageRules } = renovateSchema.parse(read("renovate.json"));
const named = new Set(packageRules.flatMap(({ matchPackageNames }) => matchPackageNames));

test("renovate.json says why every override of package.json is there", () => {
  const overridden = Object.entries(packages.overrides).flatMap(([name, to]) =>
    typeof to === "string" ? [[name, to] as const] : Object.entries(to),
  );
  const installed = overridden.map(([name, version]) => nameOf(name, version));
  expect(installed.filter((name) => !named.has(name))).toEqual([]);
});

test("renovate.json says why a version is an alias or no plain release", () => {
  const odd = Object.entries({ ...packages.dependencies, ...packages.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(odd.map(([name, version]) => nameOf(name, version)).filter((name) => !named.has(name))).toEqual([]);
});

/** `npm:other@1.0.0` installs another package under the name. */
function nameOf(name: string, version: string): string {
  return /^npm:(.+)@/.exec(version)?.[1] ?? name;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
}
