import type * as z from "zod";
import { hasCode } from "../../errors/error-code";
import type { ItemFailure } from "../../model/pull-page";
import { parseItems } from "../shared/parse/parse-items";
import { type ConfluenceKind, itemId } from "./confluence-kind";
import { looseContent } from "./schema";

/** A page or blog post of a list: read, or the reason why not. */
export interface ParsedContent<Content> {
  readonly id: string;
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
  readonly found: { readonly content: Content } | { readonly failure: ItemFailure };
}

/** How one edition writes its contents. */
export interface ContentFormat<Content> {
  readonly schema: z.ZodType<Content>;
  /** Address of Confluence, without a slash at the end. */
  readonly base: string;
  describe(content: Content): {
    readonly kind: ConfluenceKind;
    readonly id: string;
    readonly version: string;
    readonly updatedAt: number;
  };
}

/** `kind`: for a content that does not say itself; `neighbourTime`: when its neighbour was updated, likewise. */
export interface ParseHints {
  readonly kind: ConfluenceKind;
  readonly neighbourTime?: number;
}

/**
 * The contents of a page of a list, newest update first, in its order; what has not even an id is left out, for
 * nothing can be said of it.
 */
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
): ParsedContent<Content> | undefined {
  const parsed = format.schema.safeParse(raw);
  if (parsed.success) {
    const { kind, id, version, updatedAt } = format.describe(parsed.data);
    return { id: itemId(kind, id), version, updatedAt, found: { content: parsed.data } };
  }
  const loose = looseContent.safeParse(raw).data;
  return loose && toFailedContent(loose, { error: parsed.error, base: format.base, hints });
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

/** A content whose body is more than can be read, told apart from the same content once it has changed. */
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

/** What a request came to, or undefined when its reply is more than can be read at once. */
export async function optionalOnTooLarge<Reply>(request: () => Promise<Reply>): Promise<Reply | undefined> {
  try {
    return await request();
  } catch (thrown) {
    if (hasCode(thrown, "read-item")) return undefined;
    throw thrown;
  }
}

/** Where a page is opened; Confluence finds it by id alone when it gave no address. */
export function contentUrl(
  base: string,
  { id, webui }: { id: string; webui?: string | null | undefined },
): string {
  return webui?.startsWith("/")
    ? `${base}${webui}`
    : `${base}/pages/viewpage.action?pageId=${encodeURIComponent(id)}`;
}
