import { KEYWORD_PEERS } from "../../peers/keyword-peers";
import { VECTOR_PEERS } from "../../peers/vector-peers";
import type { BenchDeps } from "../bench-deps";
import type { CspJob } from "../job";

const DIMENSIONS = 64;
const ROWS = 32;

/** Loads an engine and asks it once; run in a worker under an extension's content security policy. */
export async function measureCsp({ section, peer }: CspJob, { steps }: BenchDeps): Promise<void> {
  await steps.run("run under an extension's content security policy", async () => {
    if (section === "vector") await tryVectors(peer);
    else await tryTexts(peer);
    return { runsInExtension: true };
  });
}

async function tryVectors(name: string): Promise<void> {
  const vectors = Float32Array.from({ length: DIMENSIONS * ROWS }, (_, at) => Math.sin(at * at));
  const library = await VECTOR_PEERS[name]?.();
  const peer = await library?.create({ dimensions: DIMENSIONS, capacity: ROWS });
  await peer?.add(0, vectors);
  await peer?.search(vectors.slice(0, DIMENSIONS), 3);
}

async function tryTexts(name: string): Promise<void> {
  const library = await KEYWORD_PEERS[name]?.();
  const peer = await library?.create();
  await peer?.add(0, ["a cat on the mat"]);
  await peer?.search("cat", 3);
}
