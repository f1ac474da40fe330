import type { Block, Row, Words } from "./block";

const BULLET = /^\s*(?:[-*•–]|(\d{1,3})[.)])\s+/;
/** `key: value`, as rows of a spreadsheet are written. */
const FIELD = /^\s*(?<key>\p{L}[^:\n]{0,39}):\s+(?<value>\S.*)$/u;
/** Lines of `key: value` that make a record rather than a remark. */
const MIN_FIELDS = 2;

interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly Words[];
}

interface PlainRecord {
  readonly start: number;
  readonly end: number;
  readonly fields: readonly (readonly [key: string, value: string])[];
}

/** Blocks of plain text: paragraphs, lists of lines with bullets, and records, of which those in a row are a table. */
export function plainBlocks(text: string, offset: number): readonly Block[] {
  const blocks: Block[] = [];
  let records: PlainRecord[] = [];
  const endRecords = () => {
    if (records.length > 0) blocks.push(toTable(records));
    records = [];
  };
  for (const paragraph of paragraphsOf(text, offset)) {
    const record = toRecord(paragraph);
    if (record) records.push(record);
    else {
      endRecords();
      blocks.push(...toBlocks(paragraph));
    }
  }
  endRecords();
  return blocks;
}

function paragraphsOf(text: string, offset: number): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let lines: Words[] = [];
  let start = offset;
  for (const source of `${text}\n`.split("\n")) {
    const line = source.replace(/\r$/, "");
    const [first, last] = [lines[0], lines.at(-1)];
    if (line.trim() !== "") lines.push({ text: line, start, end: start + line.length });
    else if (first && last) {
      paragraphs.push({ start: first.start, end: last.end, lines });
      lines = [];
    }
    start += source.length + 1;
  }
  return paragraphs;
}

function toRecord({ start, end, lines }: Paragraph): PlainRecord | undefined {
  const fields = lines.flatMap(({ text }) => {
    const { key, value } = FIELD.exec(text)?.groups ?? {};
    return key && value ? [[key.trim(), value.trim()] as const] : [];
  });
  return fields.length === lines.length && fields.length >= MIN_FIELDS ? { start, end, fields } : undefined;
}

function toTable(records: readonly PlainRecord[]): Block {
  const header = [...new Set(records.flatMap(({ fields }) => fields.map(([key]) => key)))];
  const rows = records.map(({ start, end, fields }): Row => {
    const values = new Map(fields);
    return { start, end, cells: header.map((key) => values.get(key) ?? "") };
  });
  return { kind: "table", start: records[0]?.start ?? 0, end: records.at(-1)?.end ?? 0, header, rows };
}

/** The lines before the first bullet are prose; a line without a bullet continues the item before it. */
function toBlocks({ start, end, lines }: Paragraph): readonly Block[] {
  const first = lines.findIndex(({ text }) => BULLET.test(text));
  const marked = lines[first];
  if (!marked) return [{ kind: "prose", start, end }];
  const items: Words[] = [];
  for (const line of lines.slice(first)) {
    const last = items.at(-1);
    const words = line.text.replace(BULLET, "").trim();
    if (BULLET.test(line.text) || !last) items.push({ text: words, start: line.start, end: line.end });
    else items[items.length - 1] = { ...last, text: `${last.text} ${words}`, end: line.end };
  }
  const isOrdered = BULLET.exec(marked.text)?.[1] !== undefined;
  const list: Block = { kind: "list", start: marked.start, end, isOrdered, items };
  return first === 0 ? [list] : [{ kind: "prose", start, end: lines[first - 1]?.end ?? start }, list];
}
