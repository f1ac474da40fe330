import type { CalendarEvent } from "./schema";

const KINDS: Readonly<Record<string, string>> = {
  outOfOffice: "Out of office",
  focusTime: "Focus time",
  workingLocation: "Working location",
  fromGmail: "Added from a mail in Gmail",
  birthday: "Birthday",
};
const SPECIAL_DAYS: Readonly<Record<string, string>> = {
  anniversary: "Anniversary",
  birthday: "Birthday",
  self: "Your own birthday",
  other: "Special day",
};

/** What the event is, where it is no meeting; a type that Google added later by its name. */
export function describeKind(event: CalendarEvent): string | undefined {
  const { eventType, birthdayProperties } = event;
  if (!eventType || eventType === "default") return undefined;
  if (eventType === "birthday") {
    const { type, customTypeName } = birthdayProperties ?? {};
    return customTypeName?.trim() || SPECIAL_DAYS[type ?? ""] || KINDS.birthday;
  }
  return KINDS[eventType] ?? eventType;
}

/** What an absence, focus time or working location says beyond its time. */
export function describeKindDetails(event: CalendarEvent): readonly string[] {
  const message = [event.outOfOfficeProperties, event.focusTimeProperties].find((properties) =>
    properties?.declineMessage?.trim(),
  )?.declineMessage;
  const isQuiet = event.focusTimeProperties?.chatStatus === "doNotDisturb";
  return [
    ...(message ? [`Answer to invitations: ${message.trim()}`] : []),
    ...(isQuiet ? ["Chat: do not disturb"] : []),
  ];
}

/** "Home", or the office with building, floor and desk. */
export function describeWorkingLocation({ workingLocationProperties }: CalendarEvent): string | undefined {
  if (!workingLocationProperties) return undefined;
  const { type, customLocation, officeLocation } = workingLocationProperties;
  if (type === "homeOffice") return "Home";
  if (type === "customLocation") return customLocation?.label?.trim() || undefined;
  if (type !== "officeLocation") return type ?? undefined;
  const { label, buildingId, floorId, floorSectionId, deskId } = officeLocation ?? {};
  const places = [
    label || "Office",
    ...(buildingId && buildingId !== label ? [`building ${buildingId}`] : []),
    ...(floorId ? [`floor ${floorId}`] : []),
    ...(floorSectionId ? [`section ${floorSectionId}`] : []),
    ...(deskId ? [`desk ${deskId}`] : []),
  ];
  return places.join(", ");
}
