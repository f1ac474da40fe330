import type { gmail_v1 } from "@googleapis/gmail";

const SYSTEM: Readonly<Record<string, string>> = {
  "in:chats": "CHAT",
  "in:drafts": "DRAFT",
  "category:promotions": "CATEGORY_PROMOTIONS",
};

/** Whether Gmail's search box would find the message; `labels` maps the ids of the mailbox's labels to names. */
export function matchesQuery(
  message: gmail_v1.Schema$Message,
  q: string,
  labels: ReadonlyMap<string, string>,
): boolean {
  const labelIds = message.labelIds ?? [];
  if (labelIds.includes("TRASH") || labelIds.includes("SPAM")) return false;
  const terms = q.match(/\{[^}]*\}|\S+/g) ?? [];
  return terms.every((term) => {
    if (term.startsWith("{"))
      return (term.match(/[^{}\s]+/g) ?? []).some((one) => matches(message, one, labels));
    if (term.startsWith("-")) return !matches(message, term.slice(1), labels);
    return matches(message, term, labels);
  });
}

function matches(
  message: gmail_v1.Schema$Message,
  term: string,
  labels: ReadonlyMap<string, string>,
): boolean {
  const [operator = "", value = ""] = term.split(":");
  const seconds = Number(message.internalDate) / 1_000;
  if (operator === "after") return seconds > Number(value);
  if (operator === "before") return seconds < Number(value);
  const label = operator === "label" ? labels.get(value) : SYSTEM[term];
  if (label !== undefined) return message.labelIds?.includes(label) === true;
  return textOf(message.payload).toLowerCase().includes(term.toLowerCase());
}

function textOf(part: gmail_v1.Schema$MessagePart = {}): string {
  const own = Buffer.from(part.body?.data ?? "", "base64url").toString("utf8");
  return [own, ...(part.headers ?? []).map(({ value }) => value), ...(part.parts ?? []).map(textOf)].join(
    " ",
  );
}
