import { escapeText, link } from "../../shared/text/write-markdown";
import { formatTimestamp } from "../messages/time";
import { collectTexts } from "./collect-texts";
import type { ContentReader, Fields } from "./content-reader";
import { toReference } from "./references";
import { richText } from "./rich-text";
import { textObject } from "./text-object";

/** An element of a block: a text, a picture, a button, or a field with what was chosen in it. */
export function control(value: unknown, reader: ContentReader): string {
  const element = reader.fields(value);
  const type = String(element.type);
  if (type === "mrkdwn" || type === "plain_text") return textObject(element, reader);
  if (type === "image") return picture(element, reader);
  if (type === "url") return link(textObject(element.text, reader), reader.text(element.url));
  if (type === "feedback_buttons") {
    const buttons = [element.positive_button, element.negative_button];
    return list(buttons.map((button) => textObject(reader.fields(button).text, reader)));
  }
  if (type.endsWith("button")) return button(element, reader);
  if (FIELD_TYPES.test(type)) return field(element, reader);
  reader.leaveOut("part", type);
  return collectTexts(element, reader).join(" ");
}

const FIELD_TYPES = /_select$|_input$|picker$|^(checkboxes|radio_buttons|overflow)$/;

/** "(picture: Cat)". Pictures in a line are mostly avatars and icons, so they are no omission. */
function picture({ alt_text }: Fields, reader: ContentReader): string {
  const alt = textObject(alt_text, reader);
  return alt === "" ? "(picture)" : `(picture: ${alt})`;
}

function button({ text, accessibility_label, url }: Fields, reader: ContentReader): string {
  const label = textObject(text, reader) || textObject(accessibility_label, reader) || "(button)";
  return link(label, reader.text(url));
}

/** "Placeholder: what is chosen", or with all choices. */
function field(element: Fields, reader: ContentReader): string {
  const placeholder = textObject(element.placeholder, reader);
  const chosen = chosenValues(element, reader);
  const value = list(chosen.length > 0 ? chosen : choices(element, reader));
  return [placeholder, value].filter((part) => part !== "").join(": ") || "(field)";
}

function chosenValues(element: Fields, reader: ContentReader): readonly string[] {
  const { initial_option, initial_options, initial_value, initial_date, initial_time, initial_date_time } =
    element;
  const options = [...(initial_option ? [initial_option] : []), ...reader.list(initial_options)];
  const people = [element.initial_user, ...reader.list(element.initial_users)];
  const channels = [element.initial_channel, ...reader.list(element.initial_channels)];
  const value =
    typeof initial_value === "object" ? richText(reader.fields(initial_value), reader) : initial_value;
  return [
    ...options.map((option) => choice(option, reader)),
    typeof value === "string" ? escapeText(reader.text(value)) : reader.value(value),
    reader.text(initial_date),
    reader.text(initial_time),
    formatTimestamp(Number(initial_date_time ?? 0)) ?? "",
    ...people.flatMap((id) => (typeof id === "string" ? toReference("@", id) : [])),
    ...channels.flatMap((id) => (typeof id === "string" ? toReference("#", id) : [])),
  ].filter((part) => part !== "");
}

function choices({ options, option_groups }: Fields, reader: ContentReader): readonly string[] {
  const groups = reader.list(option_groups).flatMap((group) => reader.list(reader.fields(group).options));
  return [...reader.list(options), ...groups].map((option) => choice(option, reader));
}

function choice(option: unknown, reader: ContentReader): string {
  const { text, description } = reader.fields(option);
  return [textObject(text, reader), textObject(description, reader)]
    .filter((part) => part !== "")
    .join(" – ");
}

function list(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}
