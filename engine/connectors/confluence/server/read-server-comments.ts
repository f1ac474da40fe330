import { optionalOnForbidden } from "../../shared/vendors/atlassian/optional-on-forbidden";
import type { ConfluenceServerClient } from "../client";
import type { PageComment } from "../extras";
import { type ServerComment, serverComment } from "../schema";

export interface ServerComments {
  readonly comments: readonly PageComment[];
  readonly notes: readonly string[];
}

/** Reads the comments of a page with their replies, each thread in order. */
export async function readServerComments(
  client: ConfluenceServerClient,
  id: string,
  signal: AbortSignal,
): Promise<ServerComments> {
  const raw = await optionalOnForbidden(() => client.around(id, "comment", signal));
  if (raw === undefined) return { comments: [], notes: ["The token may not read comments"] };
  const parsed = raw.flatMap((each) => serverComment.safeParse(each).data ?? []);
  const lost = raw.length - parsed.length;
  return {
    comments: inThreads(parsed).map(toComment),
    notes: lost > 0 ? [`${lost} of its comments could not be read`] : [],
  };
}

/** Each comment followed by those below it, in Confluence's order. */
function inThreads(comments: readonly ServerComment[]): readonly ServerComment[] {
  const roots = new Map<string, ServerComment[]>();
  for (const comment of comments) {
    const root = rootOf(comment);
    roots.set(root, [...(roots.get(root) ?? []), comment]);
  }
  return [...roots.values()].flatMap((thread) => thread.sort((a, b) => depthOf(a) - depthOf(b)));
}

function depthOf({ ancestors }: ServerComment): number {
  return ancestors?.length ?? 0;
}

function rootOf({ id, ancestors }: ServerComment): string {
  const above = (ancestors?.[0] ?? {}) as { id?: unknown };
  return typeof above.id === "string" ? above.id : id;
}

function toComment(comment: ServerComment): PageComment {
  const { history, version, body, extensions } = comment;
  return {
    author: history?.createdBy?.displayName || version?.by?.displayName || undefined,
    createdAt: history?.createdDate ?? version?.when,
    storage: body?.storage?.value ?? "",
    selection: extensions?.inlineProperties?.originalSelection,
    isResolved: extensions?.resolution?.status === "resolved",
    isReply: depthOf(comment) > 0,
  };
}
