import { paginate } from "../../http/paginate";

/** Yields every page of one of Google's lists. */
export function paginateGoogle<Page extends { readonly nextPageToken?: string | undefined }>(
  fetchPage: (page: string | undefined) => Promise<Page>,
): AsyncGenerator<Page> {
  return paginate(fetchPage, ({ nextPageToken }) => nextPageToken);
}
