import { type ReactNode, useState } from "react";
import { hasCode } from "../../../engine/errors/error-code";
import { createPageProblem, PageProblemContext } from "../../ui/page-problem";

/** A store that cannot be opened or read concerns every reader of a page: `StoredDataNotices` shows it once. */
export function StoredDataProvider({ children }: { readonly children: ReactNode }) {
  const [problem] = useState(() => createPageProblem((error) => hasCode(error, "store")));
  return <PageProblemContext value={problem}>{children}</PageProblemContext>;
}
