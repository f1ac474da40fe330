import type { Connector, ConnectorContext } from "../../connector";
import { optionalOnForbidden } from "../../shared/vendors/atlassian/optional-on-forbidden";
import type { CloudCommentKind, ConfluenceCloudClient } from "../client";
import { itemId } from "../confluence-kind";
import { cloudComment } from "../schema";
import { type ListedComment, type WatchOptions, watchComments } from "../watch-comments";

export interface WatchCloudDeps {
  readonly context: Pick<ConnectorContext, "known">;
  readonly client: ConfluenceCloudClient;
  readonly deliver: WatchOptions["deliver"];
}

/** The pages and blog posts that got comments of this kind. */
export function watchCloudComments(
  { context, client, deliver }: WatchCloudDeps,
  what: CloudCommentKind,
): Pick<Connector, "pull"> {
  return watchComments({
    known: context.known,
    deliver,
    list: async (token, signal) => {
      const found = await optionalOnForbidden(() => client.recentComments(what, token, signal));
      return found && { comments: found.results.flatMap(toListedComment), next: found.next };
    },
  });
}

function toListedComment(raw: unknown): readonly ListedComment[] {
  const { pageId, blogPostId, version } = cloudComment.safeParse(raw).data ?? {};
  const id = pageId ? itemId("page", pageId) : blogPostId && itemId("blogpost", blogPostId);
  return id && version?.createdAt != null ? [{ itemId: id, updatedAt: version.createdAt }] : [];
}
