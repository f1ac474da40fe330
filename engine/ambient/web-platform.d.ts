// What the engine may use of the web platform: pure data types and computations that every worker, page and Node
// share. Clock, network, storage, timers and DOM are missing on purpose; they are injected as ports.

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(
    type: "abort",
    listener: () => void,
    options?: { once?: boolean; signal?: AbortSignal },
  ): void;
  removeEventListener(type: "abort", listener: () => void): void;
}
/** Without `timeout`: waiting is a port. */
declare const AbortSignal: {
  abort(reason?: unknown): AbortSignal;
  any(signals: readonly AbortSignal[]): AbortSignal;
};
declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
/** For `util/wait` alone, the default of the port `Wait`. */
declare function setTimeout(callback: () => void, milliseconds: number): number;
declare function clearTimeout(timer: number): void;
declare class DOMException extends Error {
  constructor(message?: string, name?: string);
}

interface URL {
  href: string;
  readonly origin: string;
  protocol: string;
  username: string;
  password: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  readonly searchParams: URLSearchParams;
  hash: string;
  toString(): string;
}
declare const URL: {
  new (url: string | URL, base?: string | URL): URL;
  canParse(url: string, base?: string): boolean;
};
interface URLSearchParams extends Iterable<[string, string]> {
  readonly size: number;
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string): boolean;
  set(name: string, value: string): void;
  keys(): IterableIterator<string>;
  values(): IterableIterator<string>;
  entries(): IterableIterator<[string, string]>;
  toString(): string;
}
declare const URLSearchParams: {
  new (
    init?:
      | string
      | URLSearchParams
      | Record<string, string>
      | readonly (readonly [string, string])[]
      | string[][],
  ): URLSearchParams;
};

interface TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, target: Uint8Array): { read: number; written: number };
}
declare const TextEncoder: { new (): TextEncoder };
interface TextDecoder {
  readonly encoding: string;
  decode(bytes?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}
declare const TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};
declare function atob(data: string): string;
declare function btoa(data: string): string;
declare function structuredClone<T>(value: T): T;

interface Headers extends Iterable<[string, string]> {
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  has(name: string): boolean;
  set(name: string, value: string): void;
  entries(): IterableIterator<[string, string]>;
}
type HeadersInit =
  | Headers
  | Record<string, string>
  | readonly (readonly [string, string])[]
  | [string, string][];
declare const Headers: { new (init?: HeadersInit): Headers };
type BodyInit =
  | string
  | URLSearchParams
  | ArrayBuffer
  | Uint8Array<ArrayBuffer>
  | Blob
  | ReadableStream<Uint8Array>;
interface RequestInit {
  method?: string;
  headers?: HeadersInit;
  body?: BodyInit | null;
  signal?: AbortSignal | null;
  credentials?: "include" | "omit" | "same-origin";
  cache?: "default" | "no-cache" | "no-store" | "reload" | "force-cache" | "only-if-cached";
  redirect?: "error" | "follow" | "manual";
  referrerPolicy?: string;
  mode?: string;
}
interface Response {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly url: string;
  readonly redirected: boolean;
  readonly type: string;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
  readonly bodyUsed: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
  blob(): Promise<Blob>;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  json(): Promise<unknown>;
  text(): Promise<string>;
  clone(): Response;
}
declare const Response: {
  new (
    body?: BodyInit | null,
    init?: { status?: number; statusText?: string; headers?: HeadersInit },
  ): Response;
  json(data: unknown, init?: { status?: number; headers?: HeadersInit }): Response;
};
interface Blob {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
  text(): Promise<string>;
  slice(start?: number, end?: number, type?: string): Blob;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}
declare const Blob: {
  new (parts?: readonly (string | ArrayBuffer | ArrayBufferView | Blob)[], options?: { type?: string }): Blob;
};

interface ReadableStreamDefaultReader<R> {
  read(): Promise<{ done: false; value: R } | { done: true; value: undefined }>;
  cancel(reason?: unknown): Promise<void>;
  releaseLock(): void;
}
interface ReadableStream<R = unknown> extends AsyncIterable<R> {
  readonly locked: boolean;
  cancel(reason?: unknown): Promise<void>;
  getReader(): ReadableStreamDefaultReader<R>;
  pipeThrough<T>(transform: {
    readonly readable: ReadableStream<T>;
    readonly writable: unknown;
  }): ReadableStream<T>;
  tee(): [ReadableStream<R>, ReadableStream<R>];
}
interface ReadableStreamDefaultController<R> {
  close(): void;
  enqueue(chunk: R): void;
  error(reason?: unknown): void;
}
declare const ReadableStream: {
  new <R = unknown>(source?: {
    start?(controller: ReadableStreamDefaultController<R>): void | Promise<void>;
    pull?(controller: ReadableStreamDefaultController<R>): void | Promise<void>;
    cancel?(reason?: unknown): void | Promise<void>;
  }): ReadableStream<R>;
};
interface TransformStreamDefaultController<O> {
  enqueue(chunk: O): void;
  error(reason?: unknown): void;
  terminate(): void;
}
interface TransformStream<I = unknown, O = unknown> {
  readonly readable: ReadableStream<O>;
  readonly writable: unknown;
  readonly _input?: I;
}
declare const TransformStream: {
  new <I = unknown, O = unknown>(transformer?: {
    transform?(chunk: I, controller: TransformStreamDefaultController<O>): void | Promise<void>;
    flush?(controller: TransformStreamDefaultController<O>): void | Promise<void>;
  }): TransformStream<I, O>;
};

type KeyUsage =
  | "encrypt"
  | "decrypt"
  | "sign"
  | "verify"
  | "deriveKey"
  | "deriveBits"
  | "wrapKey"
  | "unwrapKey";
interface CryptoKey {
  readonly algorithm: { readonly name: string };
  readonly extractable: boolean;
  readonly type: "private" | "public" | "secret";
  readonly usages: KeyUsage[];
}
declare const CryptoKey: { new (): CryptoKey };
interface CryptoAlgorithm {
  readonly name: string;
  readonly [parameter: string]: unknown;
}
type CryptoBytes = ArrayBuffer | Uint8Array<ArrayBuffer>;
interface SubtleCrypto {
  decrypt(algorithm: CryptoAlgorithm, key: CryptoKey, data: CryptoBytes): Promise<ArrayBuffer>;
  deriveKey(
    algorithm: CryptoAlgorithm,
    base: CryptoKey,
    derived: CryptoAlgorithm,
    extractable: boolean,
    usages: readonly KeyUsage[],
  ): Promise<CryptoKey>;
  digest(algorithm: string, data: CryptoBytes): Promise<ArrayBuffer>;
  encrypt(algorithm: CryptoAlgorithm, key: CryptoKey, data: CryptoBytes): Promise<ArrayBuffer>;
  generateKey(
    algorithm: CryptoAlgorithm,
    extractable: boolean,
    usages: readonly KeyUsage[],
  ): Promise<CryptoKey>;
  importKey(
    format: "raw",
    data: CryptoBytes,
    algorithm: CryptoAlgorithm | string,
    extractable: boolean,
    usages: readonly KeyUsage[],
  ): Promise<CryptoKey>;
  unwrapKey(
    format: "raw",
    wrapped: CryptoBytes,
    unwrapping: CryptoKey,
    algorithm: CryptoAlgorithm,
    keyAlgorithm: CryptoAlgorithm,
    extractable: boolean,
    usages: readonly KeyUsage[],
  ): Promise<CryptoKey>;
  wrapKey(
    format: "raw",
    key: CryptoKey,
    wrapping: CryptoKey,
    algorithm: CryptoAlgorithm,
  ): Promise<ArrayBuffer>;
}
declare const crypto: {
  readonly subtle: SubtleCrypto;
  getRandomValues<T extends Uint8Array | Uint32Array>(array: T): T;
  randomUUID(): `${string}-${string}-${string}-${string}-${string}`;
};

declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  interface Module {
    readonly [brand: symbol]: never;
  }
  interface Instance {
    readonly exports: Record<string, unknown>;
  }
  type Exports = Instance["exports"];
  type ModuleImports = Record<string, unknown>;
  type Imports = Record<string, ModuleImports>;
  const RuntimeError: { new (message?: string): Error };
  const Memory: { new (descriptor: { initial: number; maximum?: number; shared?: boolean }): Memory };
  const Module: { new (bytes: BufferSource): Module };
  const Instance: { new (module: Module, imports?: Imports): Instance };
  type BufferSource = ArrayBuffer | Uint8Array<ArrayBuffer>;
  function compile(bytes: BufferSource): Promise<Module>;
  function instantiate(module: Module, imports?: Imports): Promise<Instance>;
}
