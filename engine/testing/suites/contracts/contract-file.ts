import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** The path of a vendor's contract in the folder of `CONTRACTS_DIR`; undefined when it is not there. */
export function contractFile(name: string): string | undefined {
  const folder = process.env.CONTRACTS_DIR;
  const path = folder && join(folder, name);
  return path && existsSync(path) ? path : undefined;
}

/** Reads a contract written in JSON or YAML. */
export function readContract(path: string): unknown {
  const text = readFileSync(path, "utf8");
  return path.endsWith(".json") ? JSON.parse(text) : parse(text);
}
