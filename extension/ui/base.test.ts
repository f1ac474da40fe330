import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const EXTENSION = fileURLToPath(new URL("..", import.meta.url));
const BASE = "ui/base.css";

/** Properties whose sizes come from the tokens of base.css. */
const TOKENISED = /^(?:font|font-size|border(?:-[a-z]+)*-radius|gap|row-gap|column-gap)$/;
const COLOR = /#[0-9a-f]{3,8}\b/i;

interface Declaration {
  readonly file: string;
  readonly property: string;
  readonly value: string;
}

const stylesheets = readdirSync(EXTENSION, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".css"),
);
const declarations = stylesheets.flatMap(toDeclarations);

test("stylesheets take font sizes, radii and gaps from the tokens of base.css", () => {
  const raw = declarations.filter(
    ({ file, property, value }) => file !== BASE && TOKENISED.test(property) && /\d(?:px|r?em)\b/.test(value),
  );
  // An `em` size follows the text around it.
  expect(raw.filter(({ value }) => !/^[\d.]+em var\(/.test(value))).toEqual([]);
});

test("stylesheets take colours from the tokens of base.css", () => {
  expect(declarations.filter(({ file, value }) => file !== BASE && COLOR.test(value))).toEqual([]);
});

test("stylesheets use only tokens that base.css defines, and base.css defines no other", () => {
  const defined = declarations.filter(({ property }) => property.startsWith("--"));
  const used = declarations.flatMap(({ value }) =>
    [...value.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name),
  );
  expect(defined.every(({ file }) => file === BASE)).toBe(true);
  expect([...new Set(used)].sort()).toEqual([...new Set(defined.map(({ property }) => property))].sort());
});

function toDeclarations(file: string): Declaration[] {
  const css = readFileSync(join(EXTENSION, file), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  return [...css.matchAll(/(?<=[{;]\s*)([\w-]+):\s*([^;{}]+)(?=[;}])/g)].map(
    ([, property = "", value = ""]) => ({
      file,
      property,
      value: value.trim(),
    }),
  );
}
