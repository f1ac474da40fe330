import { codeBlock, link } from "../../shared/text/write-markdown";
import type { ContentReader, Fields, Omission } from "./content-reader";
import { line, paragraphs } from "./paragraphs";
import { textObject } from "./text-object";

/** The files of a message: their names, and the text that Slack sends along with them. */
export function readFiles(value: unknown, reader: ContentReader): string {
  return paragraphs(reader.list(value).map((raw) => readFile(reader.fields(raw), reader)));
}

function readFile(file: Fields, reader: ContentReader): string {
  const name = nameOf(file, reader);
  if (file.mode === "tombstone") return "(deleted file)";
  if (isHidden(file)) {
    reader.leaveOut("file", name);
    return line(["File:", name, "(not visible)"]);
  }
  const kind = kindOf(file);
  const content = fileText(file, reader, kind);
  if (content === "") reader.leaveOut(OMISSIONS[kind], name);
  return paragraphs([
    heading(file, reader, kind),
    textObject(file.alt_txt, reader),
    comment(file, reader),
    content,
  ]);
}

type FileKind = "picture" | "canvas" | "list" | "post" | "mail" | "file";

const OMISSIONS: Readonly<Record<FileKind, Omission["kind"]>> = {
  ...{ picture: "picture" as const, canvas: "canvas" as const, list: "list" as const },
  ...{ post: "file" as const, mail: "file" as const, file: "file" as const },
};

const LABELS: Readonly<Record<FileKind, string>> = {
  ...{ picture: "Picture", canvas: "Canvas", list: "List", post: "Post", mail: "E-mail", file: "File" },
};

const KINDS: Readonly<Record<string, FileKind>> = {
  ...{ canvas: "canvas", quip: "canvas", list: "list", email: "mail" },
  ...{ space: "post", post: "post", docs: "post" },
};

function kindOf({ mode, filetype, mimetype }: Fields): FileKind {
  if (String(mimetype).startsWith("image/")) return "picture";
  return KINDS[String(mode)] ?? KINDS[String(filetype)] ?? "file";
}

/** Hidden by the limits of the workspace's plan, or shared by another workspace that Slack has to be asked about. */
function isHidden({ mode, file_access }: Fields): boolean {
  return (
    mode === "hidden_by_limit" ||
    (typeof file_access === "string" && file_access !== "visible" && file_access !== "")
  );
}

function nameOf({ title, name, subject, id }: Fields, reader: ContentReader): string {
  return [title, name, subject, id].map((each) => reader.text(each).trim()).find((each) => each !== "") ?? "";
}

function heading(file: Fields, reader: ContentReader, kind: FileKind): string {
  const title = nameOf(file, reader);
  const label = link(textObject(title, reader), reader.text(file.permalink)) || "(without a name)";
  const others = [file.name, file.subject].map((each) => reader.text(each)).filter((each) => each !== title);
  const named = line(
    others.map((each) => textObject(each, reader)),
    ", ",
  );
  return line([`${LABELS[kind]}:`, label, named && `(${named})`]);
}

/** The comment that a file was once uploaded with. */
function comment({ initial_comment }: Fields, reader: ContentReader): string {
  if (typeof initial_comment === "string") return textObject(initial_comment, reader);
  return textObject(reader.fields(initial_comment).comment, reader);
}

/** Slack sends the text of mails, and the beginning of snippets, posts and text files. */
function fileText(file: Fields, reader: ContentReader, kind: FileKind): string {
  const whole = reader.text(file.plain_text).trim();
  const start = reader.text(file.preview_plain_text).trim() || reader.text(file.preview).trim();
  const hasRest = file.preview_is_truncated === true || Number(file.lines_more) > 0;
  if (whole === "" && start !== "" && hasRest) reader.leaveOut("rest", nameOf(file, reader));
  const text = whole || start;
  const isProse = kind !== "file" || PROSE_TYPES.has(reader.text(file.filetype));
  return paragraphs([
    kind === "mail" ? mailHeader(file, reader) : "",
    text === "" || isProse ? text : codeBlock(text, reader.text(file.filetype)),
    transcript(file, reader),
  ]);
}

const PROSE_TYPES: ReadonlySet<string> = new Set(["text", "markdown", "auto", ""]);

function mailHeader({ from, to, cc }: Fields, reader: ContentReader): string {
  const people = (label: string, value: unknown) => {
    const names = reader.list(value).map((raw) => {
      const { original, name, address } = reader.fields(raw);
      return reader.text(original) || line([reader.text(name), reader.text(address)]);
    });
    return names.length === 0 ? "" : `${label}: ${textObject(line(names, ", "), reader)}`;
  };
  return line([people("From", from), people("To", to), people("Cc", cc)], "\n");
}

/** Slack's transcript of a recording. */
function transcript(file: Fields, reader: ContentReader): string {
  const { preview } = reader.fields(file.transcription);
  const { content, has_more } = reader.fields(preview);
  const text = textObject(content, reader);
  if (text !== "" && has_more === true) reader.leaveOut("rest", nameOf(file, reader));
  return text === "" ? "" : `Transcript: ${text}`;
}
