import { writeFile } from "node:fs/promises";
import { exitWithMessage } from "../../../extension/scripts/command/exit-with-message";
import { loadStaticModel } from "../../embed/static/testing/load-static-model";

const OUT = "engine/language/english/common-words.json";
/** Lengths of token vectors from which words belong to the next group; longer ones are rare words. */
const STEPS = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3];

/**
 * `npm run weigh:words` groups the common words of English by the length of their vectors in the bundled embedder, which is
 * the weight that training gave them: the shorter, the less a word tells of a text.
 */
async function main(): Promise<void> {
  const { vocabulary, dimensions, scale, table } = loadStaticModel();
  const groups: string[][] = STEPS.map(() => []);
  for (const [row, word] of vocabulary.entries()) {
    if (!/^[a-z]{2,}$/.test(word)) continue;
    const values = table.subarray(row * dimensions, (row + 1) * dimensions);
    const length = Math.hypot(...values) * (scale[row] ?? 0);
    groups[STEPS.findIndex((step) => length < step)]?.push(word);
  }
  await writeFile(
    OUT,
    `${JSON.stringify(
      groups.map((words) => words.sort().join(" ")),
      undefined,
      2,
    )}\n`,
  );
}

main().catch(exitWithMessage);
