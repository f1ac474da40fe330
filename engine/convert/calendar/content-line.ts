/** A line of a calendar or an address book: `DTSTART;TZID=Europe/Berlin:20261204T140000`. */
export interface ContentLine {
  /** In upper case, without its group. */
  readonly name: string;
  /** The group that lines of one thing share in an address book: `item1`. */
  readonly group: string;
  /** By name in upper case. */
  readonly parameters: ReadonlyMap<string, string>;
  /** As it is written, its escapes kept. */
  readonly value: string;
}

/** What stands between BEGIN and END. */
export interface Component {
  /** In upper case: "VEVENT". */
  readonly name: string;
  readonly lines: readonly ContentLine[];
  readonly components: readonly Component[];
}

/** The value of a line that is text: encoded bytes decoded, escapes removed. */
export function textOf({ value, parameters }: ContentLine): string {
  return unescapeText(decodeValue(value, parameters));
}

/** The parts of a value that is a list: of `;`, or `,`. */
export function partsOf(line: ContentLine, separator: ";" | ","): readonly string[] {
  const decoded = decodeValue(line.value, line.parameters);
  const parts = decoded.match(
    separator === ";" ? /(?:\\[\s\S]|[^;\\])+|(?<=;|^)(?=;|$)/g : /(?:\\[\s\S]|[^,\\])+/g,
  );
  return (parts ?? []).map((part) => unescapeText(part).trim());
}

function unescapeText(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, letter: string) => (/n/i.test(letter) ? "\n" : letter)).trim();
}

function decodeValue(value: string, parameters: ContentLine["parameters"]): string {
  if (!/quoted-printable/i.test(parameters.get("ENCODING") ?? "")) return value;
  const bytes = new TextEncoder().encode(value.replace(/=\n?$/, ""));
  const decoded: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const code = /^=([0-9A-Fa-f]{2})/.exec(String.fromCharCode(...bytes.subarray(at, at + 3)))?.[1];
    decoded.push(code === undefined ? (bytes[at] ?? 0) : Number.parseInt(code, 16));
    if (code !== undefined) at += 2;
  }
  return decoderFor(parameters.get("CHARSET")).decode(Uint8Array.from(decoded));
}

function decoderFor(charset: string | undefined): TextDecoder {
  try {
    return new TextDecoder(charset ?? "utf-8");
  } catch {
    return new TextDecoder();
  }
}

/** The text of the first line with this name; undefined without one, or where it is empty. */
export function textIn({ lines }: Component, name: string): string | undefined {
  const line = lines.find((one) => one.name === name);
  return line && (textOf(line) || undefined);
}
