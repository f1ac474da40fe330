import { Parser } from "htmlparser2";
import { ReadItemError } from "../../errors/read-item-error";
import { SkipItemError } from "../../errors/skip-item-error";
import { pause } from "../pause";
import { createNames } from "./canonical-names";
import type { XmlElement } from "./xml-element";

export interface ReadXmlOptions {
  /** The file's name, for error messages. */
  readonly name: string;
  readonly signal: AbortSignal | undefined;
  /**
   * The elements to deliver, each with everything in it, by its own name and its parent's. Elements around them are
   * not kept. Without it, the root element is delivered.
   */
  readonly isWanted?: (name: string, parent: string | undefined) => boolean;
  /** Elements around the wanted ones whose start is delivered, in order, without what is in them. */
  readonly isAnnounced?: (name: string) => boolean;
}

interface Draft extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Deeper elements would overflow the stack of what reads them; no program writes them. */
const MAX_DEPTH = 400;
/** Elements and texts of one delivered element: about 400 bytes each. */
const MAX_NODES = 600_000;
/** Characters that are parsed at a time, between two pauses: some ten milliseconds of work. */
const STEP = 128 * 1024;

/**
 * Reads XML piece by piece and delivers elements as they end, so that a large file is never in memory as a whole. Knows
 * no entities but those of HTML, so none can be expanded without end.
 */
export async function* readXml(
  pieces: AsyncIterable<Uint8Array> | string,
  options: ReadXmlOptions,
): AsyncGenerator<XmlElement> {
  const builder = createBuilder(options);
  const parser = new Parser(builder, { xmlMode: true, decodeEntities: true });
  let sinceLastPause = 0;
  for await (const text of typeof pieces === "string" ? steps(pieces) : decoded(pieces)) {
    for (const step of steps(text)) {
      parser.write(step);
      yield* builder.take();
      sinceLastPause += step.length;
      if (sinceLastPause < STEP) continue;
      sinceLastPause = 0;
      await pause(options.signal);
    }
  }
  parser.end();
  yield* builder.take();
}

/** The root element of a small part; undefined where there is none. */
export async function parseXml(
  text: string | undefined,
  options: Pick<ReadXmlOptions, "name" | "signal">,
): Promise<XmlElement | undefined> {
  if (text === undefined) return undefined;
  for await (const root of readXml(text, options)) return root;
  return undefined;
}

function createBuilder({ name: fileName, isWanted, isAnnounced }: ReadXmlOptions) {
  const names = createNames();
  const path: string[] = [];
  const open: Draft[] = [];
  let done: XmlElement[] = [];
  let nodes = 0;
  const count = () => {
    if (++nodes > MAX_NODES) throw new SkipItemError(`"${fileName}" is too large to read; split it`);
  };
  return {
    onopentag(rawName: string, rawAttributes: Record<string, string>): void {
      names.declare(rawAttributes);
      const name = names.ofElement(rawName);
      const parent = path.at(-1);
      path.push(name);
      if (path.length > MAX_DEPTH)
        throw new ReadItemError(`Cannot read "${fileName}": its content is nested too deep`);
      const isFirst = open.length === 0;
      if (isFirst && !(isWanted ? isWanted(name, parent) : path.length === 1)) {
        if (isAnnounced?.(name))
          done.push({ name, attributes: names.ofAttributes(rawAttributes), children: [] });
        return;
      }
      if (isFirst) nodes = 0;
      count();
      const attributes = names.ofAttributes(rawAttributes);
      const draft: Draft = { name, attributes, children: [] };
      open.at(-1)?.children.push(draft);
      open.push(draft);
    },
    ontext(text: string): void {
      const parent = open.at(-1);
      if (!parent) return;
      const last = parent.children.length - 1;
      const before = parent.children[last];
      if (typeof before === "string") parent.children[last] = before + text;
      else {
        count();
        parent.children.push(text);
      }
    },
    onclosetag(): void {
      path.pop();
      const closed = open.pop();
      if (closed && open.length === 0) done.push(closed);
    },
    take(): readonly XmlElement[] {
      const taken = done;
      done = [];
      return taken;
    },
  };
}

async function* decoded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece));
    yield decoder.decode(piece, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

/** By the byte order mark, else by the XML declaration. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(head)?.[1];
  return declared && isSupported(declared) ? declared : "utf-8";
}

function isSupported(encoding: string): boolean {
  try {
    return new TextDecoder(encoding) !== undefined;
  } catch {
    return false;
  }
}

function* steps(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += STEP) yield text.slice(at, at + STEP);
}
