/** A rule of RFC 5545 by its parts, in upper case: FREQ, INTERVAL, BYDAY and so on. */
export type RuleParts = ReadonlyMap<string, string>;

/** A day of the week, perhaps the nth of its month or year. */
export interface RuleDay {
  /** 0 is Sunday. */
  readonly weekday: number;
  /** From the end when negative; absent for every such day. */
  readonly ordinal?: number;
}

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** Parses "FREQ=WEEKLY;BYDAY=TU". */
export function parseRule(rule: string): RuleParts {
  const parts = rule
    .replace(/^\s*RRULE:/i, "")
    .split(";")
    .flatMap((part) => {
      const [, name, value] = /^\s*([A-Za-z-]+)\s*=\s*(.*?)\s*$/.exec(part) ?? [];
      return name === undefined || value === undefined
        ? []
        : [[name.toUpperCase(), value.toUpperCase()] as const];
    });
  return new Map(parts);
}

/** The numbers of a part, without 0, which no part allows but the hours, minutes and seconds. */
export function numbersOf(parts: RuleParts, name: string): readonly number[] {
  const values = (parts.get(name) ?? "").split(",").filter((value) => /^[+-]?\d+$/.test(value));
  return values.map(Number);
}

export function daysOf(parts: RuleParts): readonly RuleDay[] {
  return (parts.get("BYDAY") ?? "").split(",").flatMap((value) => {
    const [, ordinal = "", day = ""] = /^([+-]?\d+)?([A-Z]{2})$/.exec(value.trim()) ?? [];
    const weekday = WEEKDAYS.indexOf(day);
    if (weekday < 0) return [];
    return [{ weekday, ...(Number(ordinal) !== 0 && { ordinal: Number(ordinal) }) }];
  });
}
