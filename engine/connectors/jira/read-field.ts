import { isRecord } from "../shared/vendors/atlassian/adf-node";
import { adfToMarkdown } from "../shared/vendors/atlassian/adf-to-markdown";

/** The value of a field as Markdown: empty, or undefined when nothing in it can be read as text. */
export type FieldText = string | undefined;

/** Converts a text of the edition's own format: wiki markup on Data Center. */
export type ReadText = (text: string) => string;

/**
 * The value of any field, as Jira shows it: texts, numbers, options, people, versions, sprints, issues, requests and
 * lists of them.
 */
export function readField(value: unknown, readText: ReadText = (text) => text): FieldText {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return readString(value, readText);
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return readList(value, readText);
  return isRecord(value) ? readObject(value) : undefined;
}

/** Texts that the program writes for itself: ranks, and the summary of the development panel. */
const MACHINE_TEXT = /^\d\|[a-z0-9]{4,}:[a-z0-9]*$|^\{[\s\S]*\}$/;

function readString(text: string, readText: ReadText): string {
  if (MACHINE_TEXT.test(text)) return "";
  const [, sprint] = /^com\.atlassian\.greenhopper\.service\.sprint\.Sprint@\w+\[(.*)\]$/s.exec(text) ?? [];
  return sprint === undefined ? readText(text).trim() : readServerSprint(sprint);
}

/** Data Center writes a sprint as `id=1,state=ACTIVE,name=Sprint 7,startDate=…,goal=…`. */
function readServerSprint(text: string): string {
  const fields = text.split(/,(?=\w+=)/).map((part) => {
    const at = part.indexOf("=");
    const value = part.slice(at + 1);
    return [part.slice(0, at), value === "<null>" ? undefined : value] as const;
  });
  return readSprint(Object.fromEntries(fields));
}

function readList(values: readonly unknown[], readText: ReadText): FieldText {
  const read = values.map((each) => readField(each, readText));
  const texts = read.filter((text) => text !== undefined && text !== "");
  if (texts.length === 0) return read.some((text) => text === undefined) ? undefined : "";
  return texts.join(texts.some((text) => text?.includes("\n")) ? "\n\n" : ", ");
}

type Fields = Readonly<Record<string, unknown>>;

function readObject(value: Fields): FieldText {
  if (Object.keys(value).length === 0) return "";
  if (value.type === "doc") return adfToMarkdown(value);
  const readers = [readSprint, readRequest, readCycles, readOption, readRelated, readNamed];
  return readers.map((read) => read(value)).find((text) => text !== "");
}

function readSprint(value: Fields): string {
  const { name, state, startDate, endDate, goal } = value;
  if (typeof name !== "string" || typeof state !== "string") return "";
  const dates = [startDate, endDate]
    .filter((date) => typeof date === "string")
    .map((date) => date.slice(0, 10));
  const details = [state.toLowerCase(), dates.join(" to "), text(goal) && `goal: ${text(goal)}`].filter(
    Boolean,
  );
  return `${name} (${details.join(", ")})`;
}

/** A request of Jira Service Management: its type and its status for the customer. */
function readRequest({ requestType, currentStatus }: Fields): string {
  if (!isRecord(requestType)) return "";
  const status = isRecord(currentStatus) ? text(currentStatus.status) : "";
  return [text(requestType.name), status].filter(Boolean).join(", ");
}

/** A goal of Jira Service Management, with the cycle that runs and those that ended. */
function readCycles({ name, ongoingCycle, completedCycles }: Fields): string {
  if (!isRecord(ongoingCycle) && !Array.isArray(completedCycles)) return "";
  const ended = Array.isArray(completedCycles) ? completedCycles.filter(isRecord) : [];
  const missed = ended.filter(({ breached }) => breached === true).length;
  const running = isRecord(ongoingCycle) ? ongoingCycle : undefined;
  const left = isRecord(running?.remainingTime) ? text(running.remainingTime.friendly) : "";
  const parts = [
    running && (running.breached === true ? "running, missed" : "running"),
    left && `${left} left`,
    ended.length > 0 && `${ended.length - missed} met, ${missed} missed`,
  ].filter(Boolean);
  return [text(name), parts.join(", ") || "not started"].filter(Boolean).join(": ");
}

/** An option, with the one that was chosen below it. */
function readOption({ value, child }: Fields): string {
  const chosen = text(value);
  const below = isRecord(child) ? text(child.value) : "";
  return below === "" ? chosen : `${chosen} / ${below}`;
}

function readRelated({ key, fields, data }: Fields): string {
  const below = isRecord(fields) ? text(fields.summary) : "";
  // The parent link of plans holds the issue in `data`.
  if (below === "" && isRecord(data)) return readRelated({ ...data, data: undefined });
  return below === "" ? "" : `${text(key)} ${below}`.trim();
}

const NAME_FIELDS = ["displayName", "name", "title", "label", "summary", "text", "filename", "url", "key"];

function readNamed(value: Fields): string {
  return NAME_FIELDS.map((field) => text(value[field])).find((found) => found !== "") ?? "";
}

function text(value: unknown): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.trim() : "";
}
