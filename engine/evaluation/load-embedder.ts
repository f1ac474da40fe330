import { readFile } from "node:fs/promises";
import type { Embedder } from "../embed/embedder";
import { createStaticEmbedder } from "../embed/static/create-static-embedder";
import { parseStaticModel } from "../embed/static/parse-static-model";

/** The embedder that is bundled with Atlas, read from `assets/`. */
export async function loadEmbedder(): Promise<Embedder> {
  const folder = new URL("../../assets/models/static-v0/", import.meta.url);
  const [vocab, table, scale] = await Promise.all([
    readFile(new URL("vocab.json", folder)),
    readFile(new URL("table.i8", folder)),
    readFile(new URL("scale.f32", folder)),
  ]);
  return createStaticEmbedder(parseStaticModel({ vocab, table, scale }));
}
