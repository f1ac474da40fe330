import { NotFoundError } from "../../../engine/errors/not-found-error";
import { FOCUS_SOURCE } from "../../../engine/focus/index-page";
import type { Document } from "../../../engine/model/document";
import type { EngineHandlers } from "../../messaging/engine-server";
import { type AttachmentDeps, openAttachment } from "./open-attachment";

type FocusMessage = "file-attach" | "focus-open" | "focus-text" | "focus-close";

interface FocusHandlerDeps extends AttachmentDeps {
  readonly closeFocus: (focusId: string) => Promise<void>;
  readonly document: (sourceId: string, itemId: string) => Promise<Document | undefined>;
}

/** Opens, shows and closes the pages that questions are narrowed to. */
export function focusHandlers(deps: FocusHandlerDeps): Pick<EngineHandlers, FocusMessage> {
  return {
    "file-attach": (attachment, { emit, signal }) =>
      openAttachment(attachment, deps, { onProgress: emit, signal }),
    "focus-open": (content) => deps.openFocus(content),
    "focus-text": async ({ focusId }) => {
      const page = await deps.document(FOCUS_SOURCE, focusId);
      if (!page) throw new NotFoundError("This page is no longer open in Atlas: ask about it again");
      return page.text;
    },
    "focus-close": ({ focusId }) => deps.closeFocus(focusId),
  };
}
