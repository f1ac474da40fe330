import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { plasmoConfig } from "../../../plasmo.config";
import { runCommand } from "../command/run-command";
import { ROOT } from "../paths";
import { buildEngine } from "./build-engine";

/** Builds the whole extension; returns its folder. */
export async function buildExtension(): Promise<string> {
  const output = join(ROOT, plasmoConfig.output);
  await rm(output, { recursive: true, force: true });
  await Promise.all([buildEngine(), buildPages()]);
  for (const { from, to } of plasmoConfig.copies) {
    await cp(join(ROOT, from), join(output, to), { recursive: true });
  }
  await mergeManifest(output);
  return output;
}

async function buildPages(): Promise<void> {
  const plasmo = join(ROOT, "node_modules/plasmo/bin/index.mjs");
  const { sourcePath, target } = plasmoConfig;
  // Without hoisting nothing that is unused is left out, and the service worker is twice as large.
  const options = [`--src-path=${sourcePath}`, `--target=${target}`, "--hoist"];
  await runCommand(process.execPath, [plasmo, "build", ...options], {
    output: "on-failure",
    cwd: ROOT,
    env: { NODE_NO_WARNINGS: "1" },
  });
}

/** Merges the fields of plasmo.config.ts into the manifest of a built folder. */
export async function mergeManifest(output: string): Promise<void> {
  const path = join(output, "manifest.json");
  const generated = JSON.parse(await readFile(path, "utf8"));
  const { action, ...fields } = plasmoConfig.manifest;
  const manifest = { ...generated, ...fields, action: { ...generated.action, ...action } };
  await writeFile(path, `${JSON.stringify(manifest, undefined, 2)}\n`);
}
