import type { Garbage } from "./model-script";

export interface FakeModel {
  /** As the server names it. */
  readonly name: string;
  readonly contextTokens: number;
  /** A model that only makes vectors. */
  readonly embedding?: boolean;
  /** Runs in the vendor's cloud although a server on this computer lists it. */
  readonly remote?: boolean;
}

export interface Usage {
  readonly prompt: number;
  readonly completion: number;
}

/** What tells one kind of server from another on the wire. */
export interface ServerKind {
  /** Where it listens when nothing else was set. */
  readonly baseUrl: string;
  /** An answer to anything but a chat; undefined for a path it does not have. */
  describe(path: string, models: readonly FakeModel[], body: unknown): object | undefined;
  /** Fields around the first choice of a chunk. */
  readonly chunk: (model: string) => object;
  /** Of a prompt that is too long; undefined where the server quietly cuts it. */
  readonly overflow?: (
    model: FakeModel,
    tokens: number,
  ) => { readonly status: number; readonly body: object };
  /** Of a failure inside the server. */
  readonly failure: object;
  /** Refuses requests from web origins it was not told of. */
  readonly checksOrigin?: boolean;
}

const CREATED = 1_735_689_600;

/** OpenAI's list, which every kind has. */
export function modelList(
  models: readonly FakeModel[],
  ownedBy: string,
  extra: (model: FakeModel) => object = () => ({}),
): object {
  return {
    object: "list",
    data: models.map((model) => ({
      id: model.name,
      object: "model",
      created: CREATED,
      owned_by: ownedBy,
      ...extra(model),
    })),
  };
}

export const GARBAGE: Record<Garbage, string> = {
  "cut-json": 'data: {"id":"chatcmpl-1","object":"chat.completion.chunk","choices":[{"index":0,"del\n\n',
  words: "data: upstream connect error or disconnect before headers\n\n",
  html: "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n\n",
};
