import { pagesOf } from "../api/pages-of";

/** Every page of one of Google's lists. */
export function googlePages<Page extends { readonly nextPageToken?: string | undefined }>(
  ask: (page: string | undefined) => Promise<Page>,
): AsyncGenerator<Page> {
  return pagesOf(ask, ({ nextPageToken }) => nextPageToken);
}
