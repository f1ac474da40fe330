import { toPlainError } from "../../../../errors/to-plain-error";

/** What a request came to that the source can do without, or undefined when this person may not ask it. */
export async function optionalOnForbidden<Reply>(request: () => Promise<Reply>): Promise<Reply | undefined> {
  try {
    return await request();
  } catch (thrown) {
    const { code } = toPlainError(thrown);
    if (code === "permission" || code === "settings") return undefined;
    throw thrown;
  }
}
