import type { Garbage } from "./model-script";

export interface FakeModel {
  /** Its name on the server. */
  readonly name: string;
  readonly contextTokens: number;
  /** A model that only returns vectors. */
  readonly embedding?: boolean;
  /** Runs in the vendor's cloud although a server on this computer lists it. */
  readonly remote?: boolean;
}

export interface ReportedUsage {
  readonly prompt: number;
  readonly completion: number;
}

/** How the replies of one kind of server differ from those of others. */
export interface ServerKind {
  /** Its default address. */
  readonly baseUrl: string;
  /** The reply to a request other than a chat; undefined for an unknown path. */
  describe(path: string, models: readonly FakeModel[], body: unknown): object | undefined;
  /** Fields around the first choice of a chunk. */
  readonly chunk: (model: string) => object;
  /** The error for a prompt that is too long; undefined where the server cuts it without one. */
  readonly overflow?: (
    model: FakeModel,
    tokens: number,
  ) => { readonly status: number; readonly body: object };
  /** The error for a failure inside the server. */
  readonly failure: object;
  /** How one event is written; `data: …` and an empty line where absent. */
  readonly frame?: (json: string) => string;
  /** How a failure is written once the answer has begun; as an event where absent. */
  readonly frameFailure?: (json: string) => string;
  /** The fields around the token counts; a chunk with an empty list of choices where absent. */
  readonly usageChunk?: object;
  /** Refuses requests from web origins that are not configured. */
  readonly checksOrigin?: boolean;
}

const CREATED = 1_735_689_600;

/** OpenAI's list of models, which every kind has. */
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
