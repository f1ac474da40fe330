import { isRecord } from "./adf-node";

/** Names of people by an id of the vendor. */
export type PersonNames = ReadonlyMap<string, string>;

/**
 * A copy of an Atlassian document in which every mention that has an id alone has its name too; without recursion, so
 * that depth does not exhaust the call stack.
 */
export function nameMentions(value: unknown, names: PersonNames): unknown {
  if (names.size === 0 || !isRecord(value)) return value;
  const copy = { ...value };
  const open = [copy];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    nameMention(node, names);
    if (!Array.isArray(node.content)) continue;
    const children = node.content.map((child: unknown) => (isRecord(child) ? { ...child } : child));
    node.content = children;
    open.push(...children.filter(isRecord));
  }
  return copy;
}

function nameMention(node: Record<string, unknown>, names: PersonNames): void {
  const name = names.get(namelessId(node) ?? "");
  if (name !== undefined && isRecord(node.attrs)) node.attrs = { ...node.attrs, text: `@${name}` };
}

function namelessId({ type, attrs }: Record<string, unknown>): string | undefined {
  if (type !== "mention" || !isRecord(attrs) || attrs.text) return undefined;
  return typeof attrs.id === "string" ? attrs.id : undefined;
}
