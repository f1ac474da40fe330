import { UnavailableError } from "../../../errors/unavailable-error";

/**
 * Yields every page of a list. Rejects with UnavailableError when a page names itself as the next one, because such a
 * list has no end.
 * @param fetchPage fetches the page with a token; the first page for undefined
 * @param nextOf token of the next page; none on the last
 */
export async function* paginate<Page>(
  fetchPage: (token: string | undefined) => Promise<Page>,
  nextOf: (page: Page) => string | null | undefined,
): AsyncGenerator<Page> {
  for (let token: string | undefined; ; ) {
    const page = await fetchPage(token);
    yield page;
    const next = nextOf(page);
    if (!next) return;
    if (next === token) throw new UnavailableError("Cannot list everything: the list goes in a circle");
    token = next;
  }
}
