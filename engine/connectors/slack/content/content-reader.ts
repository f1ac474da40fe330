import * as z from "zod";

/** A part of a message that a person sees in Slack and the document does not contain. */
export const omission = z.object({
  /** `rest` and `end`: the rest of a file's preview, and the end of a long message. */
  kind: z.enum(["file", "canvas", "list", "picture", "rest", "block", "part", "end"]),
  /** "" when it has none. */
  name: z.string(),
});
export type Omission = z.infer<typeof omission>;

export type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the fields of a message, every one of which may be absent or null. A field of another type than documented is
 * an omission, so that the other fields are read and nothing is lost unnoticed.
 */
export interface ContentReader {
  /** "" when the field is absent. */
  text(value: unknown): string;
  /** As `text`, for a field that may also be a number or a truth value. */
  value(value: unknown): string;
  /** Empty when the field is absent. */
  list(value: unknown): readonly unknown[];
  /** Empty when the field is absent. */
  fields(value: unknown): Fields;
  leaveOut(kind: Omission["kind"], name?: string): void;
  readonly omissions: readonly Omission[];
}

export function createContentReader(): ContentReader {
  const omissions: Omission[] = [];
  const counted = new WeakSet<object>();
  const leaveOut: ContentReader["leaveOut"] = (kind, name = "") => {
    omissions.push({ kind, name: name.slice(0, MAX_NAME_LENGTH) });
  };
  /** A field may be read more than once. */
  const leaveOutField = (value: unknown) => {
    if (value === undefined || value === null) return;
    if (typeof value === "object") {
      if (counted.has(value)) return;
      counted.add(value);
    }
    leaveOut("part");
  };
  const text = (value: unknown) => {
    if (typeof value === "string") return value.replace(PRIVATE_USE, "");
    leaveOutField(value);
    return "";
  };
  return {
    omissions,
    leaveOut,
    text,
    value: (value) => (typeof value === "number" || typeof value === "boolean" ? String(value) : text(value)),
    list: (value) => {
      if (Array.isArray(value)) return value.filter((each) => each !== null && each !== undefined);
      leaveOutField(value);
      return [];
    },
    fields: (value) => {
      if (isFields(value)) return value;
      leaveOutField(value);
      return {};
    },
  };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const MAX_NAME_LENGTH = 100;

/** The characters that mark references (`references.ts`). */
const PRIVATE_USE = /[\uE000\uE001]/g;
