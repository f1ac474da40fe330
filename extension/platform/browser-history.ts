import { PermissionError } from "../../engine/errors/permission-error";
import type { History } from "../../engine/ports/history";

/** History through chrome.history, which exists only while the permission is granted. */
export const browserHistory: History = {
  async list(since) {
    if (!chrome.history) throw new PermissionError("Cannot read history: allow Atlas to see it again");
    const items = await chrome.history.search({ text: "", startTime: since, maxResults: 100_000 });
    return items.flatMap(({ url, title, lastVisitTime, visitCount }) =>
      url === undefined
        ? []
        : [{ url, title: title ?? "", lastVisitAt: lastVisitTime ?? 0, visitCount: visitCount ?? 0 }],
    );
  },
};
