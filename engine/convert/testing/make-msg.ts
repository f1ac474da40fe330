import { burn } from "@kenjiuno/msgreader/lib/Burner";

export interface MsgFields {
  readonly subject: string;
  readonly senderName: string;
  readonly senderAddress?: string;
  readonly body?: string;
  readonly html?: string;
  /** Milliseconds since the epoch. */
  readonly sentAt?: number;
  readonly recipients?: readonly { readonly name: string; readonly address: string }[];
  readonly attachments?: readonly { readonly name: string; readonly content: string }[];
}

/** A node of the file: a stream has bytes, a storage has children. */
interface Node {
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly children?: readonly Node[];
}

const [DIRECTORY, DOCUMENT, ROOT] = [1, 2, 5];
const [STRING, BINARY, TIME, NUMBER] = ["001F", "0102", 0x0040, 0x0003];

/** A mail of Outlook as MS-OXMSG describes it: a stream for each text, and one with the values of fixed size. */
export function makeMsg(fields: MsgFields): Uint8Array {
  const { recipients = [], attachments = [], sentAt } = fields;
  const times = sentAt === undefined ? [] : [property(0x0039, TIME, toFileTime(sentAt))];
  const root: Node = {
    name: "Root Entry",
    children: [
      {
        name: "__nameid_version1.0",
        children: [...["00020102", "00030102", "00040102"].map((id) => stream(id, new Uint8Array()))],
      },
      stream("__properties_version1.0", concat([new Uint8Array(32), ...times]), ""),
      text("0037", fields.subject),
      text("0C1A", fields.senderName),
      ...(fields.senderAddress === undefined ? [] : [text("5D01", fields.senderAddress)]),
      ...(fields.body === undefined ? [] : [text("1000", fields.body)]),
      ...(fields.html === undefined ? [] : [stream(`1013${BINARY}`, new TextEncoder().encode(fields.html))]),
      ...recipients.map(({ name, address }, at) => ({
        name: `__recip_version1.0_#${hex(at)}`,
        children: [
          stream("__properties_version1.0", concat([new Uint8Array(8), property(0x0c15, NUMBER, 1n)]), ""),
          text("3001", name),
          text("39FE", address),
        ],
      })),
      ...attachments.map(({ name, content }, at) => ({
        name: `__attach_version1.0_#${hex(at)}`,
        children: [
          stream("__properties_version1.0", concat([new Uint8Array(8), property(0x3705, NUMBER, 1n)]), ""),
          text("3707", name),
          stream(`3701${BINARY}`, new TextEncoder().encode(content)),
        ],
      })),
    ],
  };
  return burn(flatten(root));
}

function flatten(root: Node): Parameters<typeof burn>[0] {
  const entries: Parameters<typeof burn>[0] = [];
  const add = (node: Node, type: number): number => {
    const { bytes } = node;
    const entry = {
      ...{ name: node.name, type, length: bytes?.length ?? 0, children: [] as number[] },
      ...(bytes && { binaryProvider: () => bytes }),
    };
    const at = entries.push(entry) - 1;
    for (const child of node.children ?? [])
      entry.children.push(add(child, child.bytes ? DOCUMENT : DIRECTORY));
    return at;
  };
  add(root, ROOT);
  return entries;
}

function text(id: string, value: string): Node {
  const bytes = new Uint8Array(2 * value.length);
  for (let at = 0; at < value.length; at++)
    new DataView(bytes.buffer).setUint16(2 * at, value.charCodeAt(at), true);
  return stream(`${id}${STRING}`, bytes);
}

function stream(id: string, bytes: Uint8Array, prefix = "__substg1.0_"): Node {
  return { name: `${prefix}${id}`, bytes };
}

/** A property of fixed size: type, id, flags, value. */
function property(id: number, type: number, value: bigint): Uint8Array {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, type, true);
  view.setUint16(2, id, true);
  view.setUint32(4, 6, true);
  view.setBigUint64(8, value, true);
  return bytes;
}

/** In steps of 100 ns since 1601. */
function toFileTime(milliseconds: number): bigint {
  return (BigInt(milliseconds) + 11_644_473_600_000n) * 10_000n;
}

function hex(at: number): string {
  return at.toString(16).toUpperCase().padStart(8, "0");
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
