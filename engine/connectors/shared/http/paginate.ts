import { UnavailableError } from "../../../errors/unavailable-error";

/**
 * Every page of a list, one after the other. Rejects with UnavailableError when the vendor names the page it has just
 * given as the next one, for such a list has no end.
 * @param fetchPage for a page by its token; undefined for the first
 * @param nextOf token of the page behind this one; none on the last
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
