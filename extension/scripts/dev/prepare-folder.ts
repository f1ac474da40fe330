import { access, cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { plasmoConfig } from "../../../plasmo.config";
import { buildExtension, mergeManifest } from "../build/build-extension";
import { ROOT } from "../paths";

const PAGES = ["sidepanel", "options", "tabs/reader", "tabs/offscreen"];

/**
 * Fills a folder with what does not change while one works on the code, taken from the product's build: manifest,
 * icons, models, WASM. Builds it first where there is none. The pages load their scripts under fixed names.
 */
export async function prepareFolder(folder: string, say: (line: string) => void): Promise<void> {
  const product = await productBuild(say);
  await rm(folder, { recursive: true, force: true });
  await cp(product, folder, { recursive: true, filter: (path) => !/\.(js|css|html)$/.test(path) });
  await mergeManifest(folder);
  for (const page of PAGES) await writeFile(join(folder, `${page}.html`), pageHtml(page));
}

/** The workers and the models are what is written last. */
async function productBuild(say: (line: string) => void): Promise<string> {
  const built = join(ROOT, plasmoConfig.output);
  const needed = ["manifest.json", "models", "engine/kernel.wasm", "engine/ocr/tesseract.wasm"];
  try {
    await Promise.all(needed.map((path) => access(join(built, path))));
    say(`Taking manifest, icons and models from ${built}; npm run build makes them anew`);
    return built;
  } catch {
    say("Building Atlas once, for its manifest, icons and models …");
    return buildExtension();
  }
}

function pageHtml(page: string): string {
  const styles = page === "tabs/offscreen" ? "" : `<link rel="stylesheet" href="/${page}.css">`;
  return `<!DOCTYPE html><html><head>${styles}<title>Atlas</title><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1.0"></head><body> <div id="__plasmo"></div> <script src="/${page}.js" type="module"></script> </body></html>`;
}
