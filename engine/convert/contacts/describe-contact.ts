import { type Component, type ContentLine, partsOf, textOf } from "../calendar/content-line";

/** The properties of a card by name, with the label of their line. */
const LABELS: Readonly<Record<string, string>> = {
  NICKNAME: "Nickname",
  "X-PHONETIC-FIRST-NAME": "First name, as it is spoken",
  "X-PHONETIC-LAST-NAME": "Last name, as it is spoken",
  ORG: "Organisation",
  TITLE: "Job title",
  ROLE: "Role",
  TEL: "Phone",
  EMAIL: "Email address",
  ADR: "Address",
  LABEL: "Address",
  URL: "Web page",
  IMPP: "Messages",
  "X-SOCIALPROFILE": "Profile",
  "X-SKYPE": "Skype",
  "X-JABBER": "Jabber",
  "X-AIM": "AIM",
  "X-ICQ": "ICQ",
  "X-MSN": "MSN",
  "X-QQ": "QQ",
  BDAY: "Birthday",
  ANNIVERSARY: "Anniversary",
  "X-ANNIVERSARY": "Anniversary",
  DEATHDATE: "Date of death",
  "X-ABDATE": "Date",
  RELATED: "Related",
  "X-ABRELATEDNAMES": "Related",
  "X-SPOUSE": "Spouse",
  "X-ASSISTANT": "Assistant",
  "X-MANAGER": "Manager",
  AGENT: "Agent",
  MEMBER: "Member",
  "X-ADDRESSBOOKSERVER-MEMBER": "Member",
  CATEGORIES: "Categories",
  GENDER: "Gender",
  LANG: "Language",
  HOBBY: "Hobby",
  EXPERTISE: "Expertise",
  INTEREST: "Interest",
  NOTE: "Note",
};

/** Types that say nothing to a reader. */
const HIDDEN_TYPES = new Set(["voice", "internet", "pref", "x-internet", "dom", "intl", "parcel", "postal"]);
const TYPE_WORDS: Readonly<Record<string, string>> = { cell: "mobile", iphone: "mobile", "text-num": "text" };

/** A card as lines `label: value`; empty where it says nothing. */
export function describeContact(card: Component): string {
  const { lines } = card;
  const labels = new Map(
    lines.filter(({ name }) => name === "X-ABLABEL").map((line) => [line.group, labelWords(textOf(line))]),
  );
  const described = lines.flatMap((line) => describeLine(line, labels.get(line.group)));
  const name = nameOf(lines);
  return [...(name === "" ? [] : [`Name: ${name}`]), ...new Set(described)].join("\n");
}

function describeLine(line: ContentLine, ownLabel: string | undefined): readonly string[] {
  const label = LABELS[line.name];
  const value = label === undefined ? "" : shownValue(line);
  if (value === "") return [];
  const types = [...(ownLabel ? [ownLabel] : []), ...typesOf(line)];
  return [`${types.length > 0 ? `${label} (${[...new Set(types)].join(", ")})` : label}: ${value}`];
}

/** "Jörg Müller" as the card shows it, else out of its parts: last, first, further names, title before, after. */
function nameOf(lines: readonly ContentLine[]): string {
  const shown = lines.find(({ name, value }) => name === "FN" && value.trim() !== "");
  if (shown) return oneLine(textOf(shown));
  const named = lines.find(({ name }) => name === "N");
  const [last = "", first = "", further = "", before = "", after = ""] = named ? partsOf(named, ";") : [];
  const words = [before, first, further, last, after].filter(Boolean).join(" ").trim();
  const firm = lines.find(({ name }) => name === "ORG");
  return words || (firm ? partsOf(firm, ";").join(", ") : "");
}

function shownValue(line: ContentLine): string {
  const { name } = line;
  if (name === "ADR")
    return partsOf(line, ";")
      .filter(Boolean)
      .join(", ")
      .replace(/\s*\n\s*/g, ", ");
  if (name === "ORG" || name === "GENDER") return partsOf(line, ";").filter(Boolean).join(", ");
  if (name === "CATEGORIES" || name === "NICKNAME") return partsOf(line, ",").join(", ");
  if (/^(?:BDAY|ANNIVERSARY|X-ANNIVERSARY|DEATHDATE|X-ABDATE)$/.test(name)) return dateWords(textOf(line));
  return oneLine(textOf(line).replace(/^(?:tel|mailto|x-apple|skype|xmpp|urn:uuid):/i, ""));
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** "3 May 1980", or "3 May" of a birthday without its year. */
function dateWords(text: string): string {
  const [, year = "", month = "", day = ""] =
    /^(\d{4}|--)-?(\d\d)-?(\d\d)(?:T.*)?$/.exec(text.replace(/^1604-/, "--")) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return oneLine(text);
  return [String(Number(day)), name, ...(year === "--" ? [] : [year])].join(" ");
}

function typesOf({ parameters, name }: ContentLine): readonly string[] {
  const types = (parameters.get("TYPE") ?? "").split(",").map((type) => type.trim().toLowerCase());
  return types
    .filter((type) => type !== "" && !HIDDEN_TYPES.has(type) && !(name === "URL" && type === "homepage"))
    .map((type) => TYPE_WORDS[type] ?? type.replace(/^x-/, ""));
}

/** Apple writes its own labels as `_$!<Mobile>!$_`. */
function labelWords(label: string): string {
  return label.replace(/^_\$!<(.*)>!\$_$/, "$1").toLowerCase();
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " · ").trim();
}
