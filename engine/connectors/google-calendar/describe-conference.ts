import type { CalendarEvent, ConferenceData } from "./schema";
import { toDescription } from "./to-description";

type EntryPoint = NonNullable<ConferenceData["entryPoints"]>[number];

/** Ways to join by their type. Google adds types without notice. */
const LABELS: Readonly<Record<string, string>> = {
  video: "Video call",
  phone: "Phone",
  sip: "SIP",
  more: "More ways to join",
};
const CODES = [
  ["pin", "PIN"],
  ["accessCode", "access code"],
  ["meetingCode", "meeting code"],
  ["passcode", "passcode"],
  ["password", "password"],
] as const;

/** How to join an event, of whichever provider: "Video call (Zoom Meeting): https://…, passcode 123". */
export function describeConference({
  conferenceData,
  hangoutLink,
}: Pick<CalendarEvent, "conferenceData" | "hangoutLink">): readonly string[] {
  const provider = conferenceData?.conferenceSolution?.name?.trim();
  const points = conferenceData?.entryPoints ?? [];
  const ways = points.flatMap((point) => describePoint(point, provider));
  const isKnown = points.some(({ uri }) => uri === hangoutLink);
  const notes = toDescription(conferenceData?.notes);
  return [
    ...ways,
    ...(hangoutLink && !isKnown ? [`Video call: ${hangoutLink}`] : []),
    ...(provider && ways.length === 0 && !hangoutLink ? [`Video call: ${provider}`] : []),
    ...(notes ? [`Notes on the call: ${notes}`] : []),
  ];
}

function describePoint(point: EntryPoint, provider: string | undefined): readonly string[] {
  const { entryPointType, uri, label, regionCode } = point;
  const name = LABELS[entryPointType ?? ""] ?? "Other way to join";
  const isLink = uri?.startsWith("http") === true;
  // The label of a link is the link without its scheme; that of a number is the number as it is written.
  const address = isLink ? uri : (label ?? uri?.replace(/^(?:tel|sip):/, ""));
  const details = [
    ...(address ? [address] : []),
    ...(regionCode ? [regionCode] : []),
    ...CODES.flatMap(([key, code]) => (point[key] ? [`${code} ${point[key]}`] : [])),
  ];
  if (details.length === 0) return [];
  return [`${provider && name === "Video call" ? `${name} (${provider})` : name}: ${details.join(", ")}`];
}
