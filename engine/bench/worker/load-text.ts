import { createTextSet, type TextSet } from "../data/text-set";
import { SEED } from "./constants";

/** The text set of this run; the real chunks come from the command, which may read files. */
export async function loadText(count: number): Promise<TextSet> {
  const reply = await fetch("/text.json");
  return createTextSet({ pieces: await reply.json(), count, seed: SEED });
}
