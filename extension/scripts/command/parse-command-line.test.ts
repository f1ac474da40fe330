import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { ROOT } from "../paths";
import { HelpRequested, parseCommandLine, parseInteger } from "./parse-command-line";

const TEXT = { type: "string" } as const;
const COMMAND = {
  usage: "npm run fly -- [--to PLACE] [--over PLACE]… [--fast]",
  options: { to: TEXT, over: { ...TEXT, multiple: true }, fast: { type: "boolean" } },
} as const;

test("parseCommandLine() gives the values by name", () => {
  const values = parseCommandLine(["--over", "sea", "--over", "hill", "--to=home", "--fast"], COMMAND);
  expect(values).toEqual({ over: ["sea", "hill"], to: "home", fast: true });
});

test.each([
  [["--tp", "home"], "Cannot read the options: Unknown option '--tp'; usage: npm run fly"],
  [["--to"], "Cannot read the options: Option '--to <value>' argument missing; usage: npm run fly"],
  [["home"], "Cannot read the options: Unexpected argument 'home'"],
  [["--to", "home", "--to", "away"], "Cannot read the options: --to is given twice; usage: npm run fly"],
])("parseCommandLine() says in one line what is wrong with %j", (args, message) => {
  expect(() => parseCommandLine(args, COMMAND)).toThrow(message);
  expect(() => parseCommandLine(args, COMMAND)).toThrow(/^[^\n]+$/);
});

test("parseCommandLine() ends with the usage where help is wanted, whatever else is said", () => {
  for (const args of [["--help"], ["-h"], ["--to", "home", "--help", "--to"]]) {
    expect(() => parseCommandLine(args, COMMAND)).toThrow(HelpRequested);
    expect(() => parseCommandLine(args, COMMAND)).toThrow(`Usage: ${COMMAND.usage}`);
  }
});

test("parseInteger() takes a number within its bounds, and its multiples alone where there is a step", () => {
  expect(parseInteger("--n", "40", { min: 0, max: 40 })).toBe(40);
  const bounds = { step: 10, min: 10, max: 50 };
  expect(parseInteger("--n", "20", bounds)).toBe(20);
  for (const text of ["", "15", "60", "ten"])
    expect(() => parseInteger("--n", text, bounds)).toThrow(
      `Cannot take --n "${text}": give a multiple of 10 from 10 to 50`,
    );
  expect(() => parseInteger("--n", "1.5", { min: 0, max: 9 })).toThrow("give a whole number from 0 to 9");
});

test.each([
  "engine/bench/cli/main.ts",
  "engine/soak/cli/main.ts",
  "engine/evaluation/cli/main.ts",
  "engine/evaluation/cli/answers.ts",
  "extension/scripts/demo.ts",
])("%s prints its usage when asked for help, and ends with 1 naming an option it does not know", (file) => {
  const run = (option: string) =>
    spawnSync(process.execPath, ["--import", "tsx", file, option], { cwd: ROOT, encoding: "utf8" });
  const help = run("--help");
  expect([help.status, help.stderr]).toEqual([0, ""]);
  expect(help.stdout).toMatch(/^Usage: npm run \S+ -- .*\n$/s);
  const unknown = run("--fodler");
  expect(unknown.status).toBe(1);
  expect(unknown.stderr).toMatch(/^Cannot [^\n]*'--fodler'[^\n]*\n$/);
  expect(unknown.stdout).toBe("");
});
