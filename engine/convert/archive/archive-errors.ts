import { ReadItemError } from "../../errors/read-item-error";
import { SkipItemError } from "../../errors/skip-item-error";
import type { ArchiveLimits } from "./archive";

export function tooLarge(name: string, bytes: number, limits: ArchiveLimits): SkipItemError {
  const sizes = `unpacks to ${megabytes(bytes)}; Atlas reads up to ${megabytes(limits.bytes)}`;
  return new SkipItemError(`"${name}" ${sizes}; split it into smaller files`);
}

export function unsafe(
  { name, kind }: { readonly name: string; readonly kind: string },
  reason: string,
  cause?: unknown,
): ReadItemError {
  const remedy = "open it in the program that made it and save it again";
  return new ReadItemError(`Cannot read ${kind} "${name}": ${reason}; ${remedy}`, cause ? { cause } : {});
}

function megabytes(bytes: number): string {
  return `${grouped(Math.ceil(bytes / (1024 * 1024)))} MB`;
}

export function grouped(count: number): string {
  return count.toLocaleString("en");
}
