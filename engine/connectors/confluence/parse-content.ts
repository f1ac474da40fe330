import type * as z from "zod";
import { hasCode } from "../../errors/error-code";
import type { ItemFailure } from "../../model/pull-page";
import { lostFields } from "../shared/parse/lost-fields";
import { parseItems } from "../shared/parse/parse-items";
import { toUnidentified } from "../shared/parse/unidentified";
import { type ConfluenceKind, itemId } from "./confluence-kind";
import { looseContent } from "./schema";

/** A page or blog post of a list: parsed, or a failure. */
export interface ParsedContent<Content> {
  readonly id: string;
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
  readonly found:
    | {
        readonly content: Content;
        /** Names of the fields that were not as documented. */
        readonly lost: readonly string[];
      }
    | { readonly failure: ItemFailure };
}

/** The format of one edition. */
export interface ContentFormat<Content> {
  readonly schema: z.ZodType<Content>;
  /** The fields of the schema. */
  readonly keys: readonly string[];
  /** Base address of Confluence, without a trailing slash. */
  readonly base: string;
  describe(content: Content): {
    readonly kind: ConfluenceKind;
    readonly id: string;
    readonly version: string;
    readonly updatedAt: number;
  };
}

/** `kind`: for a content without a kind; `neighbourTime`: for one without a time, that of the content before it. */
export interface ParseHints {
  readonly kind: ConfluenceKind;
  readonly neighbourTime?: number;
}

/** Parses the contents of a page of a list, newest update first, in order. */
export function parseContents<Content>(
  raw: readonly unknown[],
  format: ContentFormat<Content>,
  kind: ConfluenceKind = "page",
): readonly ParsedContent<Content>[] {
  return parseItems(raw, (each, neighbourTime) => parseContent(each, format, { kind, neighbourTime }));
}

export function parseContent<Content>(
  raw: unknown,
  format: ContentFormat<Content>,
  hints: ParseHints,
): ParsedContent<Content> {
  const parsed = format.schema.safeParse(raw);
  if (parsed.success) {
    const { kind, id, version, updatedAt } = format.describe(parsed.data);
    const lost = lostFields(raw, parsed.data as object, format.keys);
    return { id: itemId(kind, id), version, updatedAt, found: { content: parsed.data, lost } };
  }
  const loose = looseContent.safeParse(raw).data;
  if (loose) return toFailedContent(loose, { error: parsed.error, base: format.base, hints });
  const failure = toUnidentified(raw, "Confluence");
  const updatedAt = hints.neighbourTime ?? Number.NaN;
  return { id: failure.id, version: failure.version, updatedAt, found: { failure } };
}

function toFailedContent(
  { id, type, title, version, _links }: z.infer<typeof looseContent>,
  { error, base, hints }: { error: z.ZodError; base: string; hints: ParseHints },
): ParsedContent<never> {
  const kind = type === "blogpost" ? "blogpost" : hints.kind;
  const updatedAt = version?.createdAt ?? version?.when ?? hints.neighbourTime ?? Number.NaN;
  const invalidField = error.issues[0]?.path.join(".") ?? "";
  const name = title || `page ${id}`;
  const failure: ItemFailure = {
    id: itemId(kind, id),
    title: name,
    url: contentUrl(base, { id, webui: _links?.webui }),
    version: `unread ${version?.number ?? ""}`,
    outcome: "failed",
    code: "read-item",
    reason: `Cannot read "${name}": its field "${invalidField}" is not as documented`,
  };
  return { id: failure.id, version: failure.version, updatedAt, found: { failure } };
}

/** Turns a content whose body is too large into a failure of its version. */
export function toTooLarge<Content extends z.infer<typeof looseContent>>(
  item: ParsedContent<Content>,
  base: string,
): ParsedContent<Content> {
  if ("failure" in item.found) return item;
  const { id, title, _links } = item.found.content;
  const name = title || `page ${id}`;
  const failure: ItemFailure = {
    ...{ id: item.id, title: name, version: item.version },
    url: contentUrl(base, { id, webui: _links?.webui }),
    outcome: "skipped",
    code: "skip-item",
    reason: `Cannot read "${name}": it is too large`,
  };
  return { ...item, found: { failure } };
}

/** The result of the request, or undefined when its reply is too large. */
export async function optionalOnTooLarge<Reply>(request: () => Promise<Reply>): Promise<Reply | undefined> {
  try {
    return await request();
  } catch (thrown) {
    if (hasCode(thrown, "read-item")) return undefined;
    throw thrown;
  }
}

/** Address of a page; made of the id when Confluence gives none. */
export function contentUrl(
  base: string,
  { id, webui }: { id: string; webui?: string | null | undefined },
): string {
  return webui?.startsWith("/")
    ? `${base}${webui}`
    : `${base}/pages/viewpage.action?pageId=${encodeURIComponent(id)}`;
}
