import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ENGINE = fileURLToPath(new URL("../", import.meta.url));
const DESIGN = readFileSync(join(ENGINE, "DESIGN.md"), "utf8");
/** `| what | value | \`NAME\` | file |` */
const ROW = /^\| [^|]+ \| ([\d,]+) \| `([A-Z_]+)` \| (\S+) \|$/gm;

const constants = [...DESIGN.matchAll(ROW)].map(([, value = "", name = "", file = ""]) => ({
  name,
  file,
  value: Number(value.replaceAll(",", "")),
}));

test("DESIGN.md has a table of constants", () => {
  expect(constants.length).toBeGreaterThanOrEqual(18);
});

test.each(constants)("DESIGN.md gives the value of $name in $file", ({ name, file, value }) => {
  const code = readFileSync(join(ENGINE, file), "utf8");
  const declared = new RegExp(`^(?:export )?const ${name} = ([\\d_]+);$`, "m").exec(code)?.[1];
  expect(Number(declared?.replaceAll("_", ""))).toBe(value);
});

test("DESIGN.md links to files that exist", () => {
  const targets = [...DESIGN.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = ""]) => target);
  expect(targets.filter((target) => !existsSync(join(dirname(join(ENGINE, "DESIGN.md")), target)))).toEqual(
    [],
  );
});
