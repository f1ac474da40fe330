/** A node of the Atlassian Document Format, with every field checked. */
export interface AdfNode {
  readonly type: string;
  readonly text: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly marks: readonly AdfNode[];
  readonly content: readonly unknown[];
}

/** Undefined for anything that is not a node; missing and mistyped fields are empty. */
export function toAdfNode(value: unknown): AdfNode | undefined {
  if (!isRecord(value)) return undefined;
  const { type, text, attrs, marks, content } = value;
  return {
    type: typeof type === "string" ? type : "",
    text: typeof text === "string" ? text : "",
    attrs: isRecord(attrs) ? attrs : {},
    marks: Array.isArray(marks) ? marks.map(toAdfNode).filter((mark) => mark !== undefined) : [],
    content: Array.isArray(content) ? content : [],
  };
}

export function toAdfNodes(values: readonly unknown[]): AdfNode[] {
  return values.map(toAdfNode).filter((node) => node !== undefined);
}

/** An attribute as text; empty when absent. */
export function attribute({ attrs }: AdfNode, key: string): string {
  const value = attrs[key];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The text of all descendants in order, without recursion, so that depth does not exhaust the call stack. */
export function plainAdfText(node: AdfNode): string {
  const found: string[] = [];
  const open: AdfNode[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type === "hardBreak") found.push("\n");
    found.push(next.text || attribute(next, "text"));
    for (const child of toAdfNodes(next.content).reverse()) open.push(child);
  }
  return found.join("");
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
