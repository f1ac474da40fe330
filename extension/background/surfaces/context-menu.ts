import type { FocusSummary } from "../../../engine/contract/focus";
import { toPlainError } from "../../../engine/errors/to-plain-error";
import { type MenuClick, onMenuClick } from "../../platform/context-menu";
import { setPendingAsk } from "../../platform/pending-ask";
import { canReadLink, focusLink, focusPage, focusSelection, toHostPattern } from "../page/focus-page";
import { savePage } from "../page/save-page";

/** Binds the right-click menu: the panel opens at once, what to ask about follows when it is read. */
export function bindContextMenu(): void {
  onMenuClick((click) => void handleMenuClick(click));
}

/** Reads what was clicked and leaves it for the side panel; a problem is left as a sentence. */
export async function handleMenuClick(click: MenuClick): Promise<void> {
  try {
    if (click.item === "save") {
      const { title } = await savePage(click.tabId);
      await setPendingAsk({ notice: `Saved “${title}”` });
      return;
    }
    if (click.item === "link" && !(await canReadLink(click.linkUrl))) {
      await setPendingAsk({ needsHost: { pattern: toHostPattern(click.linkUrl), url: click.linkUrl } });
      return;
    }
    await setPendingAsk({ focus: await openFocusFor(click) });
  } catch (error) {
    await setPendingAsk({ problem: toPlainError(error).message });
  }
}

async function openFocusFor(click: MenuClick): Promise<FocusSummary> {
  if (click.item === "link") return focusLink(click.linkUrl);
  if (click.item === "selection") {
    return focusSelection(click.selection, { title: click.pageTitle, url: click.pageUrl });
  }
  return focusPage(click.tabId);
}
