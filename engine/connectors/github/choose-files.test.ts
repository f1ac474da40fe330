import { expect, test } from "vitest";
import { chooseFiles, readsCode } from "./choose-files";

const entry = (path: string, size = 10, mode = "100644") => ({ path, mode, type: "blob", sha: path, size });
const PATHS = [
  ...["README", "docs/guide.md", "notes/fit.ipynb", "LICENSE", "src/main.ts", "Dockerfile", "src/deep/a.py"],
  ...[
    "node_modules/x/README.md",
    "vendor/y.go",
    "package-lock.json",
    "src/a.min.js",
    "logo.png",
    "src/api.pb.go",
  ],
];

test("chooseFiles() reads documentation, also without an ending, near the root first", () => {
  const { entries, leftOut } = chooseFiles(
    PATHS.map((path) => entry(path)),
    { documentation: true, code: false },
  );
  expect(entries.map(({ path }) => path)).toEqual(["LICENSE", "README", "docs/guide.md", "notes/fit.ipynb"]);
  expect(leftOut.size).toBe(0);
});

test("chooseFiles() reads source code where it is wanted, and counts what it leaves out", () => {
  const tree = [
    ...PATHS.map((path) => entry(path)),
    entry("src/huge.ts", 300_000),
    entry("link.ts", 1, "120000"),
  ];
  const { entries, leftOut } = chooseFiles(tree, { documentation: false, code: true });
  expect(entries.map(({ path }) => path)).toEqual(["Dockerfile", "src/main.ts", "src/deep/a.py"]);
  expect(Object.fromEntries(leftOut)).toEqual({
    "of third parties or builds": 2,
    "lock files": 1,
    generated: 2,
    "of other kinds": 1,
    "larger than 256 KB": 1,
  });
});

test("readsCode() is off unless the repository is named", () => {
  expect(readsCode({}, "acme/rocket")).toBe(false);
  expect(readsCode({ code: "Acme/Rocket, acme/probe" }, "acme/rocket")).toBe(true);
});
