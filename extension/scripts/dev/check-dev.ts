import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { RunningAtlas } from "../browser/launch-atlas";
import { HANG_LIMITS } from "../hang-limits";
import { ROOT } from "../paths";
import { startDev } from "./start-dev";

const RUNS = 5;
const COPIED = ["extension", "engine", "assets/model-prices.json", "package.json", "tsconfig.json"];

/** A change to a file, and how to see in the browser that it is there. */
interface Change {
  readonly name: string;
  readonly file: string;
  readonly line: (mark: string) => string;
  /** Runs in a page. */
  readonly isSeen: (mark: string) => boolean | Promise<boolean>;
}

/** A worker and a service worker leave a mark that every page can see. */
const leaveMark = (mark: string) => `void caches.open("dev-check-${mark}");`;
const isMarkLeft = (mark: string) => caches.has(`dev-check-${mark}`);

const CHANGES: readonly Change[] = [
  {
    name: "a component",
    file: "extension/features/ask/ask-view.tsx",
    line: (mark) => `document.documentElement.dataset.devCheck = "${mark}";`,
    isSeen: (mark) => document.documentElement.dataset.devCheck === mark,
  },
  {
    name: "a style",
    file: "extension/ui/base.css",
    line: (mark) => `:root { --dev-check: ${mark}; }`,
    isSeen: (mark) =>
      getComputedStyle(document.documentElement).getPropertyValue("--dev-check").trim() === mark,
  },
  {
    name: "the engine worker",
    file: "extension/offscreen/engine-worker.ts",
    line: leaveMark,
    isSeen: isMarkLeft,
  },
  { name: "the service worker", file: "extension/background/index.ts", line: leaveMark, isSeen: isMarkLeft },
];

/**
 * Changes files of a copy and waits until the running browser shows it. Rejects when one is never shown, or when the
 * watcher does not live through a file that does not compile.
 */
export async function checkDev(say: (line: string) => void): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), "atlas-dev-"));
  const lines: string[] = [];
  try {
    const root = await copyTree(join(scratch, "copy"));
    const dev = await startDev({
      root,
      folder: join(scratch, "extension"),
      profile: join(scratch, "profile"),
      headless: true,
      say: (line) => {
        lines.push(line);
        say(`  ${line}`);
      },
    });
    try {
      for (const change of CHANGES) say(await measure(dev.atlas, root, change));
      await surviveError(dev.atlas, root, lines);
      say("A file that does not compile: printed, and the next change is shown");
    } finally {
      await dev.stop();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function copyTree(root: string): Promise<string> {
  for (const path of COPIED) {
    await cp(join(ROOT, path), join(root, path), {
      recursive: true,
      filter: (from) => !["node_modules", "results"].includes(basename(from)),
    });
  }
  await symlink(join(ROOT, "node_modules"), join(root, "node_modules"));
  return root;
}

async function measure(atlas: RunningAtlas, root: string, change: Change): Promise<string> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const mark = String(Date.now());
    const began = performance.now();
    await appendFile(join(root, change.file), `\n${change.line(mark)}\n`);
    await untilSeen(atlas, change, mark);
    times.push(Math.round(performance.now() - began));
  }
  return `${change.name}: ${times.join(", ")} ms from saving ${change.file} until the browser shows it`;
}

/** Asks every page of Atlas there is, until one shows the change: pages come and go meanwhile. */
async function untilSeen(atlas: RunningAtlas, { isSeen, file }: Change, mark: string): Promise<void> {
  await until(`"${file}" is shown`, async () => {
    for (const page of atlas.context.pages()) {
      const isPanel = page.url().endsWith("sidepanel.html");
      if (isPanel && (await page.evaluate(isSeen, mark).catch(() => false))) return true;
    }
    return false;
  });
}

async function surviveError(atlas: RunningAtlas, root: string, lines: readonly string[]): Promise<void> {
  const [change] = CHANGES;
  if (change === undefined) throw new RangeError("There is no change to check with");
  const path = join(root, change.file);
  const before = await readFile(path, "utf8");
  await writeFile(path, `${before}\nconst ;\n`);
  await until("the error is printed", async () => lines.some((line) => line.includes("ERROR")));
  const mark = String(Date.now());
  await writeFile(path, `${before}\n${change.line(mark)}\n`);
  await untilSeen(atlas, change, mark);
}

async function until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + HANG_LIMITS.expectation;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
