import { ReadItemError } from "../../errors/read-item-error";
import type { ConvertedText } from "../../model/document";
import type { Component } from "../calendar/content-line";
import { parseComponents } from "../calendar/parse-components";
import { describeContact } from "./describe-contact";

/** Converts an address book: for each card a block of lines `Phone (work): …`, led by the name. */
export function convertContacts(text: string): ConvertedText {
  const cards = parseComponents(text).filter(({ name }) => name === "VCARD");
  if (cards.length === 0) throw new ReadItemError("Cannot read the contacts: there is no card in them");
  const blocks = cards.map(describeContact).filter((block) => block !== "");
  const note = unreadOf(cards);
  return { text: blocks.join("\n\n"), format: "plain", ...(note !== undefined && { note }) };
}

function unreadOf(cards: readonly Component[]): string | undefined {
  const names = cards.flatMap(({ lines }) => lines.map(({ name }) => name));
  const count = (wanted: readonly string[]) => names.filter((name) => wanted.includes(name)).length;
  const [pictures, sounds] = [count(["PHOTO", "LOGO"]), count(["SOUND"])];
  const parts = [
    ...(pictures > 0 ? [pictures === 1 ? "1 picture" : `${pictures} pictures`] : []),
    ...(sounds > 0 ? [sounds === 1 ? "1 sound" : `${sounds} sounds`] : []),
  ];
  return parts.length > 0 ? `${parts.join(" and ")} not read` : undefined;
}
