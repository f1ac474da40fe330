import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer } from "../../engine/model/answer";
import { askInPanel, openPanel } from "./browser/ask-in-panel";
import { createTempProfile, dropFolder, launchAtlas, type RunningAtlas } from "./browser/launch-atlas";
import { waitUntilIndexed } from "./browser/wait-until-indexed";
import { buildExtension } from "./build/build-extension";
import { exitWithMessage } from "./command/exit-with-message";
import { checkFolder, collectReadmes, makeOutputFolder } from "./demo/demo-folder";
import { type DemoOptions, parseDemoOptions } from "./demo/demo-options";
import { formatAnswer, toAnswerJson } from "./demo/format-answer";
import { createProgressLine } from "./demo/progress-line";
import { ROOT } from "./paths";

try {
  const hasDisplay =
    process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  await demo(parseDemoOptions(process.argv.slice(2), { hasDisplay }));
} catch (error) {
  exitWithMessage(error);
}

async function demo(options: DemoOptions): Promise<void> {
  const staging = await mkdtemp(join(tmpdir(), "atlas-demo-"));
  const profile = await createTempProfile();
  try {
    const folder =
      options.folder === undefined ? await defaultFolder(staging) : await checkFolder(options.folder);
    // Before the long work, so that a bad name costs no minute.
    const out = options.out === undefined ? undefined : await makeOutputFolder(options.out);
    printStatus("Building Atlas …");
    const extension = await buildExtension();
    const atlas = await launchAtlas({ extension, profile: profile.path, headless: options.headless });
    try {
      await indexFolder(atlas, folder);
      await askAll(atlas, options, out);
    } finally {
      await atlas.close();
    }
  } finally {
    await profile.remove();
    await rm(staging, { recursive: true, force: true });
  }
}

async function defaultFolder(staging: string): Promise<string> {
  const folder = join(staging, "READMEs");
  const count = await collectReadmes(join(ROOT, "node_modules"), folder);
  printStatus(`Taking the README files of ${count} installed packages`);
  return folder;
}

async function indexFolder(atlas: RunningAtlas, folder: string): Promise<void> {
  const page = await atlas.open("options.html");
  const started = Date.now();
  await page.getByRole("main").waitFor();
  await dropFolder(page, folder);
  await page.waitForFunction(async () => {
    const reply = await chrome.runtime.sendMessage({ to: "background", name: "source-list", request: {} });
    return reply?.ok && reply.value.length > 0;
  });
  const progress = createProgressLine();
  const counts = await waitUntilIndexed(page, {
    onProgress: ({ found, pending }) => progress.show(`Indexing … ${found - pending} of ${found}`),
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  progress.end();
  printStatus(
    `Indexed ${counts.indexed} of ${counts.found} files in ${seconds} s · ${counts.skipped} skipped · ${counts.failed} failed`,
  );
}

async function askAll(atlas: RunningAtlas, options: DemoOptions, out: string | undefined): Promise<void> {
  const panel = await openPanel(atlas);
  const answers: Answer[] = [];
  for (const [position, question] of options.questions.entries()) {
    if (position > 0 && !options.conversation) await panel.getByRole("button", { name: "New chat" }).click();
    const answer = await askInPanel(panel, question);
    answers.push(answer);
    if (!options.json) process.stdout.write(formatAnswer(answer));
  }
  if (options.json) process.stdout.write(`${JSON.stringify(answers.map(toAnswerJson), undefined, 2)}\n`);
  if (out !== undefined) {
    const path = join(out, "sidepanel.png");
    await panel.screenshot({ path });
    printStatus(`Wrote ${path}`);
  }
  if (!options.headless && !options.json && process.stdout.isTTY) {
    printStatus("Ask more in the window; close it to end the demo");
    await atlas.context.waitForEvent("close", { timeout: 0 });
  }
}

function printStatus(line: string): void {
  process.stderr.write(`${line}\n`);
}
