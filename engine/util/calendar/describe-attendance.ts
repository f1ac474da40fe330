/** Someone or something that was invited to an event. */
export interface Attendee {
  readonly name: string;
  /** `unknown` where the source does not say. */
  readonly answer: "accepted" | "declined" | "tentative" | "not-answered" | "delegated" | "unknown";
  readonly isOptional?: boolean;
  /** A room or a device, which is not among the people. */
  readonly isResource?: boolean;
  /** What they wrote with their answer. */
  readonly comment?: string;
  /** Further people they bring. */
  readonly guests?: number;
}

const ANSWERS: readonly (readonly [Attendee["answer"], string])[] = [
  ["accepted", "Accepted"],
  ["tentative", "Tentatively accepted"],
  ["declined", "Declined"],
  ["delegated", "Delegated"],
  ["not-answered", "Has not answered"],
];

const RESOURCE_ANSWERS: Readonly<Partial<Record<Attendee["answer"], string>>> = {
  accepted: "booked",
  declined: "declined",
  tentative: "tentative",
  "not-answered": "not confirmed",
};

/** Who was invited, one line for each answer: "With: Ada, Bo", "Accepted: Ada", "Declined: Bo", "Rooms: Aurora". */
export function describeAttendance(attendees: readonly Attendee[]): readonly string[] {
  const people = attendees.filter(({ isResource }) => isResource !== true);
  const resources = attendees.filter(({ isResource }) => isResource === true);
  return [
    ...line("With", people.map(withoutAnswer)),
    ...ANSWERS.flatMap(([answer, label]) =>
      line(label, people.filter((person) => person.answer === answer).map(withDetails)),
    ),
    ...line(resources.length > 1 ? "Rooms and equipment" : "Room", resources.map(resourceWords)),
  ];
}

function line(label: string, names: readonly string[]): readonly string[] {
  return names.length > 0 ? [`${label}: ${names.join(", ")}`] : [];
}

/** The details stand with the answer, where there is one. */
function withoutAnswer(person: Attendee): string {
  return person.answer === "unknown" ? withDetails(person) : person.name;
}

function withDetails({ name, isOptional, comment, guests = 0 }: Attendee): string {
  const details = [
    ...(isOptional === true ? ["optional"] : []),
    ...(guests > 0 ? [`and ${guests} ${guests === 1 ? "guest" : "guests"}`] : []),
    ...(comment ? [`“${comment.trim().replace(/\s+/g, " ")}”`] : []),
  ];
  return details.length > 0 ? `${name} (${details.join("; ")})` : name;
}

function resourceWords({ name, answer }: Attendee): string {
  const word = RESOURCE_ANSWERS[answer];
  return word === undefined ? name : `${name} (${word})`;
}
