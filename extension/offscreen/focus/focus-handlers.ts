import type { FocusContent, FocusSummary } from "../../../engine/contract/focus";
import { NotFoundError } from "../../../engine/errors/not-found-error";
import { FOCUS_SOURCE } from "../../../engine/focus/index-page";
import type { Document } from "../../../engine/model/document";
import type { EngineProtocol } from "../../messaging/protocol";
import type { Handlers } from "../../messaging/serve";

interface FocusHandlerDeps {
  readonly openFocus: (content: FocusContent) => Promise<FocusSummary>;
  readonly closeFocus: (focusId: string) => Promise<void>;
  readonly document: (sourceId: string, itemId: string) => Promise<Document | undefined>;
}

/** Opens, shows and closes the pages that questions are narrowed to. */
export function focusHandlers({
  openFocus,
  closeFocus,
  document,
}: FocusHandlerDeps): Pick<Handlers<EngineProtocol>, "focus-open" | "focus-text" | "focus-close"> {
  return {
    "focus-open": openFocus,
    "focus-text": async ({ focusId }) => {
      const page = await document(FOCUS_SOURCE, focusId);
      if (!page) throw new NotFoundError("This page is no longer open in Atlas: ask about it again");
      return page.text;
    },
    "focus-close": async ({ focusId }) => {
      await closeFocus(focusId);
      return null;
    },
  };
}
