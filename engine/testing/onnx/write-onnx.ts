/**
 * Writes models in ONNX's format, as far as a test's model needs: see onnx.proto3 of https://github.com/onnx/onnx,
 * whose field numbers are used here.
 */
export interface OnnxNode {
  readonly type: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, number>>;
}

export interface OnnxValue {
  readonly name: string;
  readonly type: "float" | "int64";
  /** A number is a size, a word names a variable size. */
  readonly shape: readonly (number | string)[];
}

export interface OnnxConstant {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array<ArrayBuffer> | BigInt64Array<ArrayBuffer>;
}

export interface OnnxGraph {
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly constants: readonly OnnxConstant[];
  readonly nodes: readonly OnnxNode[];
}

const IR_VERSION = 8;
const OPERATORS = 17;
const TYPES = { float: 1, int64: 7 } as const;
/** AttributeProto.AttributeType.INT */
const INT = 2;

type Field = Uint8Array;

export function writeOnnx({ inputs, outputs, constants, nodes }: OnnxGraph): Uint8Array<ArrayBuffer> {
  const graph = [
    ...nodes.map((node) => message(1, nodeFields(node))),
    text(2, "graph"),
    ...constants.map((constant) => message(5, tensorFields(constant))),
    ...inputs.map((value) => message(11, valueFields(value))),
    ...outputs.map((value) => message(12, valueFields(value))),
  ];
  return join([number(1, IR_VERSION), message(7, graph), message(8, [text(1, ""), number(2, OPERATORS)])]);
}

function nodeFields({ type, inputs, outputs, attributes = {} }: OnnxNode): Field[] {
  return [
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, type),
    ...Object.entries(attributes).map(([name, value]) =>
      message(5, [text(1, name), number(3, value), number(20, INT)]),
    ),
  ];
}

function tensorFields({ name, shape, data }: OnnxConstant): Field[] {
  const type = data instanceof Float32Array ? TYPES.float : TYPES.int64;
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return [...shape.map((size) => number(1, size)), number(2, type), text(8, name), bytes(9, raw)];
}

function valueFields({ name, type, shape }: OnnxValue): Field[] {
  const dimensions = shape.map((size) =>
    message(1, [typeof size === "number" ? number(1, size) : text(2, size)]),
  );
  const tensor = [number(1, TYPES[type]), message(2, dimensions)];
  return [text(1, name), message(2, [message(1, tensor)])];
}

function message(field: number, fields: readonly Field[]): Field {
  return bytes(field, join(fields));
}

function text(field: number, value: string): Field {
  return bytes(field, new TextEncoder().encode(value));
}

/** Wire type 2: length, then content. */
function bytes(field: number, content: Uint8Array): Field {
  return join([varint(field * 8 + 2), varint(content.length), content]);
}

/** Wire type 0. */
function number(field: number, value: number): Field {
  return join([varint(field * 8), varint(value)]);
}

/** For non-negative numbers: seven bits in each byte, the lowest first. */
function varint(value: number): Field {
  const out: number[] = [];
  let rest = value;
  while (rest >= 128) {
    out.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Uint8Array.from([...out, rest]);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
