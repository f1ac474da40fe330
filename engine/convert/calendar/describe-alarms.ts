import { DAY_MS } from "../../util/durations";
import type { Component } from "./content-line";
import { parseDuration } from "./times-of-entry";

const UNITS: readonly (readonly [number, string])[] = [
  [7 * DAY_MS, "week"],
  [DAY_MS, "day"],
  [60 * 60_000, "hour"],
  [60_000, "minute"],
];

/** "Reminder: 15 minutes before" */
export function describeAlarms({ components }: Component): readonly string[] {
  const reminders = components
    .filter(({ name }) => name === "VALARM")
    .flatMap(({ lines }) => lines.find(({ name }) => name === "TRIGGER")?.value ?? [])
    .flatMap((trigger) => wordsOf(parseDuration(trigger)) ?? []);
  return reminders.length > 0 ? [`Reminder: ${[...new Set(reminders)].join(", ")}`] : [];
}

function wordsOf(offset: number | undefined): string | undefined {
  if (offset === undefined) return undefined;
  if (offset === 0) return "at the start";
  const length = Math.abs(offset);
  const [size, name] = UNITS.find(([unit]) => length % unit === 0) ?? [60_000, "minute"];
  const count = Math.round(length / size);
  return `${count} ${name}${count === 1 ? "" : "s"} ${offset < 0 ? "before" : "after"}`;
}
