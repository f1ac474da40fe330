import { link, table } from "../../shared/text/write-markdown";
import { collectTexts } from "./collect-texts";
import { type ContentReader, type Fields, isFields } from "./content-reader";
import { control } from "./controls";
import { line, paragraphs } from "./paragraphs";
import { richText } from "./rich-text";
import { textObject } from "./text-object";

type ReadBlock = (block: Fields, reader: ContentReader) => string;

/** Blocks of a message as Markdown; see https://docs.slack.dev/reference/block-kit/blocks. */
export function readBlocks(value: unknown, reader: ContentReader, depth = 0): string {
  const parts = reader.list(value).map((raw) => readBlock(raw, reader, depth));
  return paragraphs(parts);
}

const MAX_DEPTH = 4;

function readBlock(raw: unknown, reader: ContentReader, depth: number): string {
  const block = reader.fields(raw);
  const type = String(block.type);
  if (depth > MAX_DEPTH) {
    reader.leaveOut("block", type);
    return "";
  }
  if (type === "container") return container(block, reader, depth);
  const read = BLOCKS[type];
  if (read) return read(block, reader);
  if (isFields(raw)) reader.leaveOut("block", reader.text(block.type));
  return collectTexts(block, reader).join("\n");
}

const BLOCKS: Readonly<Record<string, ReadBlock>> = {
  actions: (block, reader) => line(controls(block, reader), " · "),
  alert: ({ text }, reader) => textObject(text, reader),
  call: (block, reader) => call(block, reader),
  card: (block, reader) => card(block, reader),
  carousel: ({ elements }, reader) =>
    paragraphs(reader.list(elements).map((each) => card(reader.fields(each), reader))),
  context: (block, reader) => line(controls(block, reader), " "),
  context_actions: (block, reader) => line(controls(block, reader), " · "),
  data_table: ({ caption, rows }, reader) => paragraphs([textObject(caption, reader), toTable(rows, reader)]),
  divider: () => "",
  file: (block, reader) => file(block, reader),
  header: ({ text }, reader) => bold(textObject(text, reader)),
  image: (block, reader) => image(block, reader),
  input: ({ label, element, hint }, reader) =>
    line([
      line([textObject(label, reader), element ? control(element, reader) : ""], ": "),
      textObject(hint, reader),
    ]),
  markdown: ({ text }, reader) => reader.text(text),
  plan: ({ title, tasks }, reader) =>
    paragraphs([
      bold(textObject(title, reader)),
      ...reader.list(tasks).map((each) => task(reader.fields(each), reader)),
    ]),
  rich_text: richText,
  section: (block, reader) => section(block, reader),
  share_shortcut: (block, reader) => collectTexts(block, reader).join("\n"),
  table: ({ rows }, reader) => toTable(rows, reader),
  task_card: (block, reader) => task(block, reader),
  video: (block, reader) => video(block, reader),
};

function controls({ elements }: Fields, reader: ContentReader): readonly string[] {
  return reader.list(elements).map((each) => control(each, reader));
}

/** Fields are often a label and a value below it: "*Status*\nDone". */
function section({ text, fields, accessory }: Fields, reader: ContentReader): string {
  const rows = reader
    .list(fields)
    .map((each) =>
      textObject(each, reader)
        .trim()
        .replace(/\s*\n\s*/g, " "),
    )
    .filter((field) => field !== "")
    .map((field) => `- ${field}`);
  return paragraphs([textObject(text, reader), rows.join("\n"), accessory ? control(accessory, reader) : ""]);
}

function container(block: Fields, reader: ContentReader, depth: number): string {
  const title = textObject(block.title, reader) || richText(reader.fields(block.rich_text_title), reader);
  return paragraphs([
    bold(title),
    textObject(block.subtitle, reader),
    readBlocks(block.child_blocks, reader, depth + 1),
  ]);
}

function card({ title, subtitle, body, actions }: Fields, reader: ContentReader): string {
  return paragraphs([
    bold(textObject(title, reader)),
    textObject(subtitle, reader),
    textObject(body, reader),
    line(
      reader.list(actions).map((each) => control(each, reader)),
      " · ",
    ),
  ]);
}

function task({ title, status, details, output, sources }: Fields, reader: ContentReader): string {
  const state = reader.text(status).replaceAll("_", " ");
  return paragraphs([
    line([textObject(title, reader), state && `(${state})`]),
    richText(reader.fields(details), reader),
    richText(reader.fields(output), reader),
    line(
      reader.list(sources).map((each) => control(each, reader)),
      " · ",
    ),
  ]);
}

function image({ title, alt_text }: Fields, reader: ContentReader): string {
  const name = textObject(title, reader) || textObject(alt_text, reader);
  reader.leaveOut("picture", name);
  const alt = textObject(alt_text, reader);
  return line([name && `Picture: ${name}`, alt !== name && alt ? `(${alt})` : ""]);
}

function video(
  { title, title_url, video_url, description, ...names }: Fields,
  reader: ContentReader,
): string {
  const label = textObject(title, reader) || textObject(names.alt_text, reader) || "Video";
  const by = [names.author_name, names.provider_name].map((name) => textObject(name, reader));
  return paragraphs([
    line([link(label, reader.text(title_url) || reader.text(video_url)), line(by, ", ")], " – "),
    textObject(description, reader),
  ]);
}

/** A remote file; the file itself stands in the `files` of the message. */
function file({ file: shared, external_id }: Fields, reader: ContentReader): string {
  const { title, name } = reader.fields(shared);
  const label = textObject(title, reader) || textObject(name, reader) || textObject(external_id, reader);
  reader.leaveOut("file", label);
  return label === "" ? "" : `File: ${label}`;
}

function call({ call: value }: Fields, reader: ContentReader): string {
  const { name, join_url } = reader.fields(reader.fields(value).v1);
  return `Call: ${link(textObject(name, reader) || "call", reader.text(join_url))}`;
}

/** Cells are texts, numbers or rich text. */
function toTable(rows: unknown, reader: ContentReader): string {
  return table(
    reader.list(rows).map((row) => reader.list(row).map((cell) => toCell(reader.fields(cell), reader))),
  );
}

function toCell(cell: Fields, reader: ContentReader): string {
  if (cell.type === "rich_text" || cell.elements !== undefined) return richText(cell, reader);
  return textObject(cell, reader) || reader.value(cell.value) || collectTexts(cell, reader).join(" ");
}

function bold(text: string): string {
  return text === "" || text.includes("**") ? text : `**${text}**`;
}
