import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { plasmoConfig } from "../../../plasmo.config";
import { type Pins, verifiedLibraries } from "./library-pins";
import { listOfferedModels, toPackagedModel } from "./list-offered-models";
import { ROOT } from "../paths";

/** Puts the models' libraries that were fetched, and the list of models, beside the engine. */
export async function buildWebLlm(output: string): Promise<void> {
  const { libraries, pinnedLibraries } = plasmoConfig.engine;
  const pins: Pins = JSON.parse(await readFile(join(ROOT, pinnedLibraries), "utf8"));
  const present = await verifiedLibraries(join(ROOT, libraries), pins);
  const folder = join(output, "model-libraries");
  await mkdir(folder, { recursive: true });
  for (const file of present) await cp(join(ROOT, libraries, file), join(folder, file));
  const models = listOfferedModels().map((record) => toPackagedModel(record, present));
  await writeFile(join(output, "web-llm-models.json"), JSON.stringify(models));
}
