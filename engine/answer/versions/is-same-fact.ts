import type { Fact } from "../../language/facts";

/** Digits at the end of a phone number that tell it from others, whatever the prefix. */
const PHONE_DIGITS = 7;

/** Whether two facts state the same: what one leaves open, such as a year, makes no difference. */
export function isSameFact(a: Pick<Fact, "kind" | "value">, b: Pick<Fact, "kind" | "value">): boolean {
  if (a.kind !== b.kind) return false;
  if (a.value === b.value) return true;
  switch (a.kind) {
    case "date":
      return isSameDate(a.value, b.value);
    case "time":
      return isSameTime(a.value, b.value);
    case "phone":
      return a.value.slice(-PHONE_DIGITS) === b.value.slice(-PHONE_DIGITS);
    case "name":
      return isPartOfName(a.value, b.value) || isPartOfName(b.value, a.value);
    default:
      return false;
  }
}

/** "2026-05" holds "2026-05-14", and "--05-14" is a day of any year. */
function isSameDate(a: string, b: string): boolean {
  const [leftParts, rightParts] = [splitDate(a), splitDate(b)];
  return leftParts.every((part, position) => {
    const other = rightParts[position];
    return part === "" || other === undefined || other === "" || part === other;
  });
}

/** Year, month and day; an empty year where it is left out. */
function splitDate(value: string): readonly string[] {
  return value.startsWith("--") ? ["", ...value.slice(2).split("-")] : value.split("-");
}

/** "04:30~" is 4:30 in the morning or in the afternoon. */
function isSameTime(a: string, b: string): boolean {
  if (!a.endsWith("~") && !b.endsWith("~")) return false;
  const [hourA = 0, minuteA] = a.replace("~", "").split(":").map(Number);
  const [hourB = 0, minuteB] = b.replace("~", "").split(":").map(Number);
  return hourA % 12 === hourB % 12 && minuteA === minuteB;
}

/** "Max" is "Max Roe". */
function isPartOfName(part: string, whole: string): boolean {
  const words = whole.split(" ");
  return part.split(" ").every((word) => words.includes(word));
}
