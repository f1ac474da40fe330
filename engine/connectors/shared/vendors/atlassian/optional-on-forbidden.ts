import { toPlainError } from "../../../../errors/to-plain-error";

/** The result of an optional request, or undefined when this person may not make it. */
export async function optionalOnForbidden<Reply>(request: () => Promise<Reply>): Promise<Reply | undefined> {
  try {
    return await request();
  } catch (thrown) {
    const { code } = toPlainError(thrown);
    if (code === "permission" || code === "settings") return undefined;
    throw thrown;
  }
}
