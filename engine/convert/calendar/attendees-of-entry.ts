import type { Attendee } from "../../util/calendar/describe-attendance";
import type { Component, ContentLine } from "./content-line";

const ANSWERS: Readonly<Record<string, Attendee["answer"]>> = {
  ACCEPTED: "accepted",
  DECLINED: "declined",
  TENTATIVE: "tentative",
  DELEGATED: "delegated",
  COMPLETED: "accepted",
  "NEEDS-ACTION": "not-answered",
};

/** The people and rooms that were invited. */
export function attendeesOf({ lines }: Component): readonly Attendee[] {
  return lines.filter(({ name }) => name === "ATTENDEE").map(toAttendee);
}

function toAttendee(line: ContentLine): Attendee {
  const { parameters } = line;
  const parameter = (name: string) => parameters.get(name)?.toUpperCase() ?? "";
  const guests = Number(parameters.get("X-NUM-GUESTS") ?? 0);
  const comment = parameters.get("X-RESPONSE-COMMENT");
  return {
    name: personOf(line, { withAddress: false }),
    answer: ANSWERS[parameter("PARTSTAT")] ?? "unknown",
    ...(parameter("ROLE") === "OPT-PARTICIPANT" && { isOptional: true }),
    ...(/^(?:ROOM|RESOURCE)$/.test(parameter("CUTYPE")) && { isResource: true }),
    ...(guests > 0 && { guests }),
    ...(comment && { comment }),
  };
}

/** "Ada Byron", or "Ada Byron (ada@example.com)"; the address of someone without a name. */
export function personOf(
  { parameters, value }: ContentLine,
  { withAddress }: { readonly withAddress: boolean },
): string {
  const address = (parameters.get("EMAIL") ?? value).replace(/^mailto:/i, "").trim();
  const name = parameters.get("CN")?.trim();
  if (!name || name === address) return address;
  return withAddress && address.includes("@") ? `${name} (${address})` : name;
}
