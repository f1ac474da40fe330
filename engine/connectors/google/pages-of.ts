/** Every page of a list, one after the other. */
export async function* pagesOf<Page extends { readonly nextPageToken?: string | undefined }>(
  ask: (page: string | undefined) => Promise<Page>,
): AsyncGenerator<Page> {
  let page = await ask(undefined);
  yield page;
  while (page.nextPageToken !== undefined) {
    page = await ask(page.nextPageToken);
    yield page;
  }
}
