import { readFileSync } from "node:fs";
import { parseStaticModel, type StaticModelFiles } from "../parse-static-model";
import type { StaticModel } from "../static-model";

/** The files of the bundled model, read from disk. */
export function readStaticModelFiles(): StaticModelFiles {
  const read = (name: string) =>
    readFileSync(new URL(`../../../../assets/models/static-v0/${name}`, import.meta.url));
  return { vocab: read("vocab.json"), table: read("table.i8"), scale: read("scale.f32") };
}

/** The bundled model, read from disk. */
export function loadStaticModel(): StaticModel {
  return parseStaticModel(readStaticModelFiles());
}
